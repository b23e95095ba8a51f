/** Dots, underscores, ×× and the like: a form that was not filled. */
const placeholder = /^(?:[\s_…。.·*\-—、，,：:?？（）()【】[\]]|(?<=[×xX])[×xX]|(?<![×xX])[×xX](?=[×xX]))*$/
/** What a form says about how to fill it: （填写全称）, 怎么填？ */
const instruction =
  /^[（(【[][^（()）【】]{0,60}[)）\]】]$|^(?:请|须|需|要|应)?(?:填写|填报|写明|写全|写清|注明)|(?:怎么|如何|咋)(?:填|写)|填(?:什么|啥|哪)/

/** ××公司, ××街道××号: copied from an example. */
const unfilled = /[×＊]{2,}|(?<![A-Za-z])(?:X{2,}|x{2,})(?![A-Za-z])/

/** Whether the name of a place or an enterprise was not filled in. 张×× is a person who is not named in full. */
export const isUnfilled = (name: string): boolean => name.length <= 30 && unfilled.test(name)

/** Whether a value was left open: empty, a placeholder, or an instruction of the form. */
export const isBlank = (value: string): boolean => placeholder.test(value) || instruction.test(value)
