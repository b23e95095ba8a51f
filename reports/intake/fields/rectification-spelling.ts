/** A number of an item: 3, 三. */
export const itemNumber = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'
/** 项 and its like; 3个工作日 is a span. */
export const measure = '(?:项|条|个(?!工作日|月|星期|小时|自然日)|处|号)'
/** 1、2; 第1项和第3; 1至3. */
export const itemNumbers = `第?${itemNumber}(?:[项条]?(?:[、,，和及与至到~—-]|以及)第?${itemNumber}){0,60}`
/** What may be said of an item right behind its number. */
export const stateNext =
  '(?:均|都|全|已|未|没|限|责|现场|当|立|待|正在|整改|改|要求|计划|预计|需|完成|于|按|抓紧|尽快|暂|停|移交|\\d{1,2}月)'

const bracketable = '(?:\\d{1,2}|[A-H]|[一二三四五六七八九十]{1,3})'
/** 1）项, （2）已整改, 第（2）项. */
const bracketedNumber = new RegExp(
  `[（(]?(${bracketable})[)）](?=[、,，和及]?[（(]?${bracketable}[)）]|项|条|${stateNext})`,
  'g',
)
const looseComma = new RegExp(`、(?=项|条|${stateNext})`, 'g')
/** A项, A、C当日整改. */
const lettered = new RegExp(`(?<![A-Za-z])([A-H])(?=项|条|[、,，和与及][A-H](?![A-Za-z])|${stateNext})`, 'g')
/** ①②, ③、④. */
const circledRun = /[①-⑳](?:[、,，和及与]?[①-⑳])*(?:项|条)?/g
/** 1.2项 means 1、2项. */
const dotted = new RegExp(`(\\d)[.．](?=\\d{1,2}(?:项|条|个(?!工作日|月)|处|[.．]?${stateNext}))`, 'g')
/** 2.已整改 among 1.3.限期: a number before its state. */
const dottedState = new RegExp(`(?<!\\d)(\\d)[.．](?=${stateNext})`, 'g')
/** 现场整改1项（第2项）: the bracket says which. */
const countNamed = new RegExp(
  `([^，,；;。\\n]{0,12})(?:${itemNumber})${measure}[（(](第?${itemNumbers}${measure})[)）]`,
  'g',
)
/** 均已整改（第3项除外） */
const bracketedException = /[（(]([^（()）]{1,40}外)[)）]/g
/** 1项当场整改 2.3项限期: a space before the next number ends the clause. */
const spacedNumber = /(?<=[改成毕位正了]) +(?=第?[\d一二三四五六七八九十])/g
// A comma between digits joins the numbers of one subject.
const clauseEnd = /(?<!\d)[，,]|[，,](?!\d)|[；;。\n]/

/** Cuts what is said of rectification into clauses, in which items are named in one way: 1、2项, 第3项. */
export const cutStatements = (text: string): string[] =>
  text
    .replace(bracketedException, '，$1，')
    .replace(bracketedNumber, '$1、')
    .replace(looseComma, '')
    .replace(lettered, letter => String(letter.charCodeAt(0) - 64))
    .replace(spacedNumber, '，')
    .replace(dotted, '$1、')
    .replace(dottedState, '$1')
    .replace(countNamed, '$2$1')
    .replace(circledRun, run => `，第${[...run.matchAll(/[①-⑳]/g)].map(numberOf).join('、')}项`)
    .split(clauseEnd)
    .map(clause => clause.trim())
    .filter(clause => clause !== '')

const numberOf = ([mark]: RegExpExecArray) => mark!.charCodeAt(0) - 0x245f
