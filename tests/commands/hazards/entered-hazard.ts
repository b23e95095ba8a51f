import type { TrackedHazard } from '../../../reports/hazards/hazard.ts'
import { readHazardNumber } from '../../../reports/hazards/hazard-number.ts'
import { moment } from '../../../reports/time.ts'
import { type Db, transact } from '../../../storage/database.ts'
import { addTakeover } from '../../../storage/takeovers.ts'
import { enterHazard, hazardEvents, trackedHazard } from '../../../storage/tracked-hazards.ts'
import { openConversation, siping } from '../../conversation.ts'

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
  await enter(db, parts)
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

async function enter(db: Db, parts: Partial<TrackedHazard>[]): Promise<void> {
  await transact(db, async tx => {
    for (const [i, part] of parts.entries())
      await enterHazard(
        tx,
        {
          report: 90,
          position: i + 1,
          unit: '四平市铁东区',
          enterprise: '宏达加油站',
          place: null,
          industry: '危险化学品',
          text: '配电箱未接地',
          major: false,
          foundOn: '2022-05-16',
          deadline: '2022-05-25',
          state: 'rectifying',
          rectifiedBy: null,
          reinspectedBy: null,
          onTheSpot: false,
          recurrenceOf: null,
          afterClosure: false,
          ...part,
        },
        {
          step: 'find',
          at: moment('2022-05-16', '14:00').toISOString(),
          by: '四平市铁东区报送员',
          note: null,
          evidence: [{ report: 90 }],
        },
      )
  })
}

export const texts = (sent: { text?: string }[]): (string | undefined)[] => sent.map(({ text }) => text)
export const labels = (sent: { choices: { label: string }[] }[]): string[] =>
  sent.flatMap(({ choices }) => choices.map(({ label }) => label))
/** The command behind a choice that was offered. */
export const tap = (sent: { choices: { label: string; number: number }[] }[], label: string): string =>
  String(sent.flatMap(({ choices }) => choices).find(choice => choice.label === label)!.number)
