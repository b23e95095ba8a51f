const head =
  /^[【[（(\s]*(?:以此为准|更正|勘误|重报|补充报送|修改如下|修改一下|修正|请以(?:此|本)|重新报送|按这个来|以这个为准)|^.{0,40}(?:(?:上|前)一?条(?:作废|有误|撤销|不算)|按这[个条]来|以这[个条]为准|更正|勘误|修改如下|补充报送|重新报送|以此为准|以此条为准|以本条为准)(?:如下|报送|说明|为)?[\s：:，,。！!】\])）]*$/m
const tail =
  /[\s，,。；;！!（(【]*(?:特此更正|更正|(?:请|均|现)?以(?:此|本|这)(?:条|次|件|表|版|报)?(?:信息|消息|报告|内容)?为准|补充报送|修改如下)[\s，,。；;！!)）】]*$/

/** Whether a report replaces an earlier one: 更正, 以此为准, 修改如下, 补充报送 in its heading or at its end. */
export const isCorrection = (heading: string, text: string): boolean => head.test(heading) || tail.test(text)

const farewell =
  /[\n。；;！!]\s*(?:特此报告|特此报送|以上(?:情况)?(?:，|,)?请?(?:审阅|知悉|查收|审核)?|请(?:领导)?(?:审阅|知悉|查收|审核|批示)|谢谢|报告完毕|完毕|(?:报送人|填报人|联系人)[:：].{0,30})[。！!\s]*$/

/** A text without what closes it (以此为准, 请审阅, 谢谢), which belongs to no column. */
export function withoutClosing(text: string): string {
  let rest = text
  for (let round = 0; round < 3; round++) {
    // Only the end can match: looking at the last line or two keeps a long text cheap.
    const from = Math.max(0, rest.length - 120)
    const end = rest.slice(from).replace(tail, '').replace(farewell, '')
    if (from + end.length === rest.length) break
    rest = rest.slice(0, from) + end
  }
  return rest
}
