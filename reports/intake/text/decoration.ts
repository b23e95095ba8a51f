/** Stars and arrows that decorate a line. Bullets that make a list (-, ·, •, ●, ■, ◆) are left to it. */
const star = '★☆✦✧❀◇▲△▼▽▷►▸◁➤➢➣➔→⇒⇐☞※❖♦♡✿❋❉'
/** What ticks or crosses something off: 是 or 否 where it is a value, a bullet where words follow on its line. */
const tick = '√✅✔☑✓🗸'
const cross = '❌❎✖✗✘☒'

/** Pictures: emoji with their skin tones and flags, but not ©, ® and ™, which belong to names. */
const picture = new RegExp(
  `(?![©®™${tick}${cross}])[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}]`,
  'gu',
)
/** WeChat's own pictures, as they arrive in a text. */
const wechatPicture = new RegExp(
  `\\[(?:${`微笑 玫瑰 强 弱 抱拳 握手 鼓掌 胜利 咖啡 爱心 太阳 庆祝 合十 拥抱 呲牙 愉快 偷笑 憨笑 笑脸 OK ok 加油 勾引 拳头 礼物
    红包 發 福 烟花 爆竹 敬礼 奋斗 机智 嘿哈 捂脸 奸笑 耶 旺柴 好的 社会社会 叹气 苦涩 裂开 流泪 大哭 害羞 调皮 可怜 疑问 嘘 晕 衰
    再见 擦汗 抠鼻 坏笑 鄙视 委屈 快哭了 凋谢 心碎 蛋糕 炸弹 月亮 汗 尴尬 发呆 得意 流汗`
    .split(/\s+/)
    .join('|')})\\]`,
  'g',
)

/** A line of nothing but strokes, stars or boxes. Below a quoted message it stays: it separates the reply. */
const rule = new RegExp(
  `(?<!」)(^|\\n)[^\\S\\n]*(?:[-—–―─━═=*＊~～_·.…#+${star}◆■□●○♥|/\\\\<>《》][^\\S\\n]*){2,}(?=\\n|$)`,
  'g',
)
/** ☆☆☆, ==== and ———— beside words; dots and underscores show what was left open, two dashes belong to a sentence. */
const run = new RegExp(`[${star}◆■●♥]{2,}|={3,}|[~～]{2,}|[-—–―─━═]{4,}|[<>]{2,}|\``, 'g')
/** *重点* in Markdown; 5*3 is a product. */
const emphasis = /(?<![\w*×])\*(?=\S)([^*\n]{1,40})\*(?![\w*])/g
/** ★检查单位★: a star is never part of a sentence. */
const loneStar = /[★☆✦✧❀❖✿❋❉▇█]+/g
/** # before a digit names a machine: #2高炉; else it is a Markdown heading or a topic. */
const lineStart = new RegExp(`(^|\\n)(?:[ >${star}${tick}${cross}]|#(?!\\d))+(?=[^\\s，,。；;])`, 'gu')
const lineEnd = new RegExp(
  `(?<![ \\t#${star}])(?:[ \\t]*(?:[${star}]|(?<![\\dA-Za-z])#))+[ \\t]*(?=\\n|$)`,
  'gu',
)

/** Of boxes on one line the ticked one speaks: ☑已整改 □未整改. */
const box = /[□☐]/
const ticked = new RegExp(`[${tick}]`, 'u')
const anyTick = new RegExp(`[${tick}]`, 'gu')
const anyCross = new RegExp(`[${cross}]`, 'gu')
const emptyBox = /[□☐] ?[^\s□☐☑✅✔√✓，,。；;、]*/gu
const withoutEmptyBoxes = (text: string): string =>
  box.test(text)
    ? text
        .split('\n')
        .map(line => (box.test(line) && ticked.test(line) ? line.replace(emptyBox, '') : line))
        .join('\n')
    : text

/** Looking behind keeps a long row of spaces cheap. */
const spaceAtEnd = /(?<! ) +(?=\n|$)/g
/** ○ between Chinese numerals is a zero: 二○二二年. */
const zero = /(?<=[〇零一二三四五六七八九十])○+(?=[〇零一二三四五六七八九十年])/g

/**
 * A text without what only decorates it: emoji, rules, rows of stars, Markdown. What numbers (①), ticks off (√ ×) or
 * shows what was left open (____, ××) stays. Idempotent.
 */
export const withoutDecoration = (text: string): string =>
  withoutEmptyBoxes(text.replace(/‼/g, '！').replace(/⁉/g, '？'))
    .replace(rule, '$1')
    .replace(/\*{2,}/g, '')
    .replace(emphasis, '$1')
    .replace(loneStar, ' ')
    .replace(wechatPicture, ' ')
    .replace(run, ' ')
    .replace(picture, ' ')
    .replace(lineEnd, '')
    .trim()
    .replace(lineStart, '$1')
    .replace(anyTick, '√')
    .replace(anyCross, '×')
    .replace(rule, '$1')
    .replace(zero, circles => '〇'.repeat(circles.length))
    .replace(spaceAtEnd, '')
