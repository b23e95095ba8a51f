import { labels } from '../labels/labels.ts'

/** What inspectors did, promised or said, rather than what was wrong. */
const aside =
  /^[\s（(]*(?:(?:检查组|执法人员|检查人员|工作人员|专家组?|监管人员|执法队员)(?!未)|通过|采取|重点(?:对|检查|查看|围绕|就|抽查)|先后|详细|认真|仔细|查阅|查看|听取|实地|深入|针对|就(?:检查|发现|存在|企业|此|上述)|对(?:此|上述|以上|存在|发现|检查|企业|该)|同时(?:要求|对|向|强调|督促|提醒|宣传)|下一步|现场(?:对|向|要求|教育|反馈|交流|宣传|询问|查看|检查了)|并(?:对|要求|向|督促|提出|告知|现场|宣传|就|提醒)|要求|督促|企业(?:主要)?(?:负责人)?(?:当场|现场|也)?(?:表示|表态)|确保|切实|严防|坚决|做到|强化|加强|进一步|教育|宣传|告知|提醒|此次|本次|通报|为|有效|推动|特此|以上|请|报告|检查了|主要检查|检查内容|检查重点|详情|具体情况|现将|谢谢|辛苦|不予|免予|罚款|处以|立案|移送|约谈|下达|下发)/
const people =
  /^(?:本次|此次|参加)?(?:检查|执法|参检|督查|带队|参与|参加)(?:人员|组成员|人|领导)|^人员(?:[是为有]|(?=\p{Script=Han}{2,3}(?:、|$)))|(?:参加|参与|陪同)(?:了)?(?:(?:此次|本次)?检查)?$|带队(?:检查|参加)?$|(?:去|查|检查|到场|负责|跑)的$|^(?:去|参加|查|检查)的(?:人员?|同志)?[是有]|^(?:共|累计)?(?:出动|派出)/u
const place =
  /^\p{Script=Han}{0,6}?(?:(?:地点|地址|场所)(?:在|为|是|位于|[:：])+|(?<=检查)地点)(.{2,60})$|^\p{Script=Han}{0,6}?(?:位于|坐落于|坐落在|地处)(.{2,60})$|^(?:地点|地址|在)\s*([\p{Script=Han}\d]{2,30}(?:[镇乡村屯路街巷号区县市组]|街道|社区|林场))$/u

/** Whether a clause tells how the inspection went on (通过查阅资料, 并对员工进行了教育), and no hazard. */
export const isAside = (clause: string): boolean => aside.test(clause)

/** Whether a clause tells who inspected, behind the enterprise: 检查人员张三、李四; 张三、李四参加检查. */
export const namesPeople = (clause: string): boolean => clause.length <= 120 && people.test(clause.trim())

/** The place 检查地点 that a clause of its own tells: 该站位于一马路88号; null where it tells none. */
export function readPlaceClause(clause: string): string | null {
  const found = place.exec(clause.trim())
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() ?? null
}

/** What a label within running text announces: 检查地点：, 处理：; null where it is none of these. */
export function readLabel(words: string): 'place' | 'rectification' | null {
  const field = labels.get(words)
  if (field === 'place' || /^\p{Script=Han}{0,6}(?:地址|地点)$/u.test(words)) return 'place'
  return field === 'rectification' || /^(?:处理|处置|整改)(?:情况|结果|措施|意见)?$/.test(words)
    ? 'rectification'
    : null
}
