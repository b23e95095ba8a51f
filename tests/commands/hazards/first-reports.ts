import { report } from '../../conversation.ts'

/** What somebody writes, and where; in private where the room is null. */
export interface Said {
  from: string
  room: string | null
  text: string
}

/** The reports with which it begins: general and major, with a deadline and without, in two cities. */
export const firstReports: Said[] = [
  {
    from: '四平市铁东区报送员',
    room: '四平市日报报送群',
    text: report({ rectification: '第1项已整改，第2项限期5月16日前整改', date: '2022年5月11日' }),
  },
  {
    from: '四平市铁东区报送员',
    room: '四平市日报报送群',
    text: report({
      enterprise: '四平市鑫源化工有限公司',
      hazards: '1.重大隐患：安全阀未校验；2.液位计损坏',
      rectification: '未整改',
    }),
  },
  {
    from: '辽源市龙山区报送员',
    room: '辽源市日报报送群',
    text: report({
      unit: '辽源市龙山区应急管理局',
      enterprise: '辽源市通达机械制造有限公司',
      place: '龙山区工业园',
      hazards: '1.行车限位失效；2.重大隐患：喷漆间未设可燃气体报警',
      rectification: '均限期5月20日前整改',
    }),
  },
]
