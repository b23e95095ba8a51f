import { shortDate } from '../time.ts'

/** An interview 约谈 as it was held: 约谈1已于5月7日在省应急厅201会议室进行，参加人员：区长；结果：承诺整改。 */
export const interviewText = ({
  id,
  date,
  place,
  attendees,
  result,
}: {
  id: number
  date: string
  place: string
  attendees: string
  result: string
}): string => `约谈${id}已于${shortDate(date)}在${place}进行，参加人员：${attendees}；结果：${result}。`
