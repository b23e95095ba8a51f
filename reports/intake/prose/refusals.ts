/** A question about an inspection reports none. */
const question =
  /[?？]|[吗呢吧]\s*[。！!~～]*$|怎么(?:样|办|回事|填|报|写)|为(?:啥|什么)|是不是|有没有|听说|据说|好像|没(?:有)?(?:去|查|检查)成|未成行|折回|改天|改到(?:下|明|后|周)|说要|举个?例|打个?比方/

/** Praise, blame and orders are about a report or an inspection: whoever writes them was not there. */
const comment =
  /表扬|点赞|日点评|通报批评|值得(?:学习|肯定|推广|借鉴)|(?:描述|填报|报送|上报)(?:的?内容)?(?:准确|清楚|清晰|详细|规范|不准|不清|不规范|较好|不够)|(?<![聘邀特提申敬])请(?:你|您|各|贵|大家|相关|有关|属地|[\p{Script=Han}]{1,10}(?:局|区|县|市|处|同志))[^，。；\n]{0,40}(?:核实|核查|核对|说明|反馈|报送|上报|补报|检查|复查|跟踪|督促|督导|落实|重视|关注|参加|注意|回复|安排|组织)|(?<![聘邀特提申敬])请(?:核实|核查|说明|反馈|报送|上报|补报|重新|再次|立即|尽快|抓紧|注意|参加|安排|组织|做好)|^(?:关于|通知|各位|【?(?:通知|提醒|提示|紧急)】?[：:])[^。\n]{0,60}(?:通知|要求|提示|提醒|请)/u

/** An inspection that is planned, ordered, wished for or imagined, in the words before its verb. */
const unreal =
  /明[天日早晚晨]|后[天日](?!常)|次日|下(?:周|个?月|星期|礼拜|一步)|将(?:对|到|于|赴|去|在|要|会|前往|开展|组织|进行|深入|抽)|拟(?:对|到|于|赴|去|在|前往|开展|组织|定)|(?<!执法|检查|工作|年度|监管|督查|行动)计划(?:对|到|于|赴|去|前往|开展|组织|检查)|准备(?:对|到|于|赴|去|在|前往|开展|组织|检查)|打算|定于|即将|预计|[要需](?:对|到|去|赴|前往|进一步|加强|抓紧|及时)|需要|应当|必须|务必|麻烦|希望|建议|如果|假如|尚未|还没|没有?(?:去|到|对)|未(?:去|到|对|能)|不(?:去|对|到)|取消|推迟|改天|等会|一会儿?|马上|正在(?:去|赶|前往)|(?<![聘邀特提申敬])请(?!了|专家|来|示)|可以|应该|凡是|不得/

/** Whether a text as a whole reports nothing: a question, a comment, an order. */
export const isNoReport = (text: string): boolean => question.test(text) || comment.test(text)

/** Whether the words before an inspection's verb say that it has not taken place. */
export const isUnreal = (before: string): boolean => unreal.test(before)
