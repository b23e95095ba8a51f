import { businessDate, businessIso, shortDate } from '../../reports/time.ts'
import { changeCommentary } from '../../storage/change-commentaries.ts'
import type { StoredCommentary } from '../../storage/commentaries.ts'
import type { Tx } from '../../storage/database.ts'
import { momentText } from '../moment-text.ts'

/**
 * How far the newest version of a commentary is. While a correction 更正 is being written the commentary stays issued
 * as it was: `issued` holds what was sent out, and the version that is one higher is a draft, or held where it has a
 * time to be sent out.
 */
export function stageOf({
  state,
  version,
  issued,
  releaseAt,
}: StoredCommentary): 'draft' | 'held' | 'issued' | 'withdrawn' {
  if (issued === null) return state
  if (version === issued.version) return 'issued'
  return releaseAt === null ? 'draft' : 'held'
}

/** Takes back what has not been sent out: the whole commentary, or the correction of one. */
export const takeBack = (tx: Tx, { id, issued }: StoredCommentary): Promise<void> =>
  changeCommentary(
    tx,
    id,
    issued === null
      ? { state: 'withdrawn', releaseAt: null }
      : {
          text: issued.text,
          kinds: issued.kinds,
          references: issued.references,
          joint: issued.joint,
          version: issued.version,
          releaseAt: null,
        },
  )

/** 危化二处日点评第3期, or 危化二处日点评 while it has no number, with the number by which commands name it. */
export const named = ({ id, division, number }: StoredCommentary): string =>
  `${division}日点评${number === null ? '' : `第${number}期`}（编号${id}）`

/** 危化二处日点评第3期（编号7）已于5月18日16:52发出；如需更正，请发送“…”。 */
export const alreadyIssued = (commentary: StoredCommentary): string =>
  `${named(commentary)}已于${momentText(new Date(commentary.issued!.issuedAt))}发出；如需更正，请发送“/点评 更正 ${commentary.id} 更正后的全文”。`

/** 16:52:45, or 5月19日07:30:00 where that is another day. */
export function toTheSecond(at: Date, now: Date): string {
  const date = businessDate(at)
  return `${date === businessDate(now) ? '' : shortDate(date)}${businessIso(at).slice(11, 19)}`
}
