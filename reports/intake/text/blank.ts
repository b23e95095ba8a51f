/** Dots, underscores, ×× and the like: a form that was not filled. */
const placeholder = /^(?:[\s_…。.·*\-—、，,：:?？（）()【】[\]]|(?<=[×xX])[×xX]|(?<![×xX])[×xX](?=[×xX]))*$/
/** What a form says about how to fill it: （填写全称）, 怎么填？ */
const instruction =
  /^[（(【[][^（()）【】]{0,60}[)）\]】]$|^(?:请|须|需|要|应)?(?:填写|填报|写明|写全|写清|注明)|(?:怎么|如何|咋)(?:填|写)|填(?:什么|啥|哪)/

/** Whether a value was left open: empty, a placeholder, or an instruction of the form. */
export const isBlank = (value: string): boolean => placeholder.test(value) || instruction.test(value)
