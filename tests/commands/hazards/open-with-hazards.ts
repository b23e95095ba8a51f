import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { readHazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { transact } from '../../../storage/database.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { addTakeover } from '../../../storage/takeovers.ts'
import { trackedHazard } from '../../../storage/tracked-hazards.ts'
import { openConversation, siping } from '../../conversation.ts'
import { enterHazards } from './enter-hazards.ts'

export const heads = '处长工作群'
export const head = '危化一处处长'
export const otherHead = '危化二处处长'
export const city = '四平市报送员'
export const leader = '厅领导'

/** A picture as it is posted. */
export const photo = (name = 'IMG_1.jpg') => ({
  file: { name, size: 4, read: async () => new TextEncoder().encode(name) },
})

/** A conversation with hazards 90-1 (and 90-2 …) of 四平市铁东区 in the ledger, by what each has beside the usual. */
export async function openWithHazards(
  parts: Partial<TrackedHazard>[] = [{}],
  options: Parameters<typeof openConversation>[0] = {},
) {
  const conversation = await openConversation(options)
  const { db } = conversation
  const usual = { report: 90, text: '配电箱未接地', foundOn: '2022-05-16', deadline: '2022-05-25' }
  await enterHazards(db, ...parts.map((part, i) => ({ ...usual, position: i + 1, ...part })))
  return {
    ...conversation,
    hazard: async (number: string) => (await trackedHazard(db, readHazardNumber(number)!))!,
    events: async (number: string) =>
      hazardEvents(db, (await trackedHazard(db, readHazardNumber(number)!))!.id),
    officer: (text: string, extras = {}) => conversation.say('四平市铁东区报送员', siping, text, extras),
    takeOver: async (number: string) => {
      const hazard = (await trackedHazard(db, readHazardNumber(number)!))!
      await transact(db, tx =>
        addTakeover(tx, {
          kind: 'hazard',
          unit: hazard.unit,
          enterprise: hazard.enterprise,
          hazard,
          reason: '久拖未改',
          by: leader,
          at: conversation.clock.now().toISOString(),
          noticeAt: null,
        }),
      )
    },
  }
}

/** What is printed below a step for its doer, until when it can be taken back. */
export const undoable = (until = '09:02'): string => `\n请回复数字：1 撤销（5月18日${until}前有效）`

export const texts = (sent: { text?: string }[]): (string | undefined)[] => sent.map(({ text }) => text)
export const labels = (sent: { choices: { label: string }[] }[]): string[] =>
  sent.flatMap(({ choices }) => choices.map(({ label }) => label))
/** The command behind a choice that was offered. */
export const tap = (sent: { choices: { label: string; number: number }[] }[], label: string): string =>
  String(sent.flatMap(({ choices }) => choices).find(choice => choice.label === label)!.number)
