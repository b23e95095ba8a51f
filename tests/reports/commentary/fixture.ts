import type { CitedHazard, IssuedCommentary } from '../../../reports/commentary/commentary.ts'

/** A commentary as it was sent out; what is given replaces what is usual. */
export const issuedCommentary = (change: Partial<IssuedCommentary> = {}): IssuedCommentary => ({
  id: 12,
  division: '危化二处',
  number: 3,
  date: '2022-05-18',
  author: '张林波',
  text: '四平市铁东区对隐患写明了依据，做法值得各地借鉴。',
  kinds: ['表扬'],
  references: { units: [], reports: [], hazards: [] },
  joint: [],
  version: 1,
  issuedAt: '2022-05-18T08:52:00.000Z',
  hazards: [],
  figures: { date: '2022-05-18', enterprises: 19, hazards: 27, rectified: 21, majorHazards: 1 },
  ...change,
})

export const citedHazard = (change: Partial<CitedHazard> = {}): CitedHazard => ({
  report: 12,
  position: 1,
  unit: '四平市铁东区应急管理局',
  enterprise: '四平市盛达化工有限公司',
  text: '可燃气体报警器未按期检定',
  major: false,
  rectified: false,
  deadline: '2022-05-25',
  ...change,
})

/** One line. */
export const shortCommentary = () => issuedCommentary()

/** About 400 characters with lists and two hazards, corrected and touching other industries. */
export const mediumCommentary = () =>
  issuedCommentary({
    text: `今日各地共检查危险化学品经营企业19家，发现隐患27条。四平市铁东区应急管理局逐条写明了检查依据，白城市大安市当日整改率达到92.6%，提出表扬。

存在的主要问题：
1. 零售商店内电气线路敷设不规范，“三个一律”要求落实不到位；个别企业（如12-1、12-3所列）两次检查发现同类隐患，说明上次整改流于形式；
2. 有4家企业可燃气体报警器检定过期，属《安全生产法》明令禁止的行为；
3. 松原市、辽源市连续3日“零隐患”，与所辖企业数量不相称。

工作要求：
一是对烟花爆竹批发企业实行全覆盖检查，检查情况当日录入“安全生产监管执法系统”，录入率要达到100%；
二是对重大隐患挂牌督办，由县（市、区）政府分管负责同志包保，5月25日前整改到位；
三是夏季高温期间，储罐区每2小时测温1次，超过35℃立即喷淋降温；
（1）罐区责任人姓名、电话在现场公示；
（2）值班记录保存不少于6个月。
请松原市、辽源市应急管理局于明日12:00前书面回应。`,
    kinds: ['表扬', '指出问题', '工作要求'],
    version: 2,
    joint: ['烟花爆竹'],
    hazards: [
      citedHazard({ major: true, text: '储罐区未设置紧急切断装置，构成重大事故隐患' }),
      citedHazard({
        position: 3,
        enterprise: '四平市铁东区利民加油站',
        text: '配电间电线私拉乱接，无漏电保护',
        rectified: true,
        deadline: null,
      }),
    ],
  })

const findings = [
  ['四平市铁东区', '零售商店配电箱前堆放纸箱，箱门无法完全打开，漏电保护器试验按钮失灵'],
  ['白城市大安市', '卸油口接地夹锈蚀、静电接地电阻实测为38Ω，超过规范规定的限值'],
  ['松原市扶余市', '储罐区防火堤有2处贯穿裂缝，雨水阀处于常开状态，事故状态下物料可外流'],
  ['辽源市东丰县', '特种作业人员证件过期8个月仍在岗作业，动火作业票由他人代签'],
  ['通化市柳河县', '可燃气体报警器（型号GT-QB2000N）探头被塑料袋包裹，控制室值班员“不清楚何时所为”'],
]

/** About 2,000 characters with many hazards: several cards. */
export const longCommentary = () =>
  issuedCommentary({
    division: '危化一处',
    number: 128,
    author: '欧阳建国',
    text: [
      '本周是全省危险化学品安全风险集中治理的第三周。从今日日报表看，各地检查力度明显加大，检查企业数比上周同期增加23.5%，但隐患质量仍然不高，“宽松软”问题没有得到根本扭转。现将有关情况点评如下：',
      '',
      '一、总体情况',
      '全省今日检查危险化学品生产、经营企业共146家，发现隐患312条，已整改268条，整改率85.9%。其中重大隐患5条，均已落实整改责任、措施、资金、时限和预案。',
      '',
      '二、存在的突出问题',
      ...findings.map(
        ([place, finding], i) =>
          `${i + 1}. ${place}：${finding}。此类问题在今年1月、3月的检查中已经指出，企业主要负责人、安全总监在整改报告上签字确认“已整改完毕”，此次复查却再次发现，反映出企业整改做表面文章，属地监管部门复查验收把关不严、以罚代管，没有真正做到隐患排查、整改、验收、销号的闭环管理。`,
      ),
      '',
      '三、工作要求',
      ...[
        '严格落实《危险化学品企业特殊作业安全规范》（GB 30871-2022），动火、受限空间、盲板抽堵等8类特殊作业一律升级管理，节假日期间原则上不得安排一级动火作业',
        '对今日点名的企业，由市（州）应急管理局主要负责同志带队，5月23日前逐一复查，复查结果附现场照片报送；对弄虚作假的，依法从严处罚并公开曝光',
        '汛期将至，各地要督促企业全面检查防雷、防静电、防汛设施，低洼地带的企业要备足沙袋、水泵等物资，确保一旦出现险情拉得出、冲得上、打得赢',
        '各级检查组要用好“干部+专家”“四不两直”“夜查”等方式，每组检查记录须写明所依据的条款，严禁只写“未发现问题隐患”了事；连续三日零隐患的，由省厅派组复核',
        '检查数据要真实准确，报送时间以每日15:00为准，迟报、漏报、瞒报的，在全省通报；数据口径有疑问的，请登录 https://example.gov.cn/safety/reports/2022/05/18/hazardous-chemicals?division=first&edition=1 查看说明',
      ].map((sentence, i) => `（${'一二三四五'[i]}）${sentence}。`),
      '',
      '各地要举一反三，既抓当前，又管长远。安全生产没有旁观者，“十万火急”不如“防患未然”：检查一家，就要规范一家；处罚一起，就要警示一片。各市（州）应急管理局要把今天的点评转发到每一家企业、每一位安全员，组织企业对照问题清单开展自查，自查情况由企业主要负责人签字后存档备查，下一步省厅将组织专家对自查情况随机抽查，抽查比例不低于10%，对自查走过场、应付了事的企业，一律列为重点监管对象，提高检查频次，直至问题彻底解决。',
      '',
      '四、做得好的地方',
      '①吉林市龙潭区建立了“一企一档”，每条隐患都能查到责任人和整改前后的照片；',
      '②延边州珲春市组织企业负责人旁听事故案件庭审，效果较好；',
      '③长春市双阳区用无人机对储罐区开展夜间巡查，3天发现并处置跑冒滴漏5起，经验材料请于本周五前报省厅办公室，拟在全省推广。',
    ].join('\n'),
    kinds: ['指出问题', '工作要求'],
    hazards: findings.flatMap(([place, text], i) =>
      [1, 2].map(position =>
        citedHazard({
          report: 1200 + i,
          position,
          unit: `${place}应急管理局`,
          enterprise: i === 2 ? null : `${place!.slice(3)}兴旺危险化学品储运经销有限责任公司`,
          text: text!,
          major: i === 2,
          rectified: [true, false, null][(i + position) % 3]!,
          deadline: i === 1 ? '2022-05-10' : '2022-06-03',
        }),
      ),
    ),
    figures: { date: '2022-05-18', enterprises: 146, hazards: 312, rectified: 268, majorHazards: 5 },
  })
