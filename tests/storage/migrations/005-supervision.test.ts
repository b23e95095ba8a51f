import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../storage/database.ts'
import { hazardEvents } from '../../../storage/hazard-events.ts'
import { readHazards } from '../../../storage/hazards.ts'
import { migrations } from '../../../storage/migrations/index.ts'
import { trackedHazards } from '../../../storage/tracked-hazards.ts'
import { temporaryDirectory } from '../../conversation.ts'

const now = new Date('2022-05-18T01:00:00Z')

test('the ledger is filled from the inspections that count, as if it had always been kept', async () => {
  const file = join(temporaryDirectory(), 'anwei.db')
  const added = migrations.splice(4)
  const former = await openDatabase(file, now)
  migrations.push(...added)
  const round = {
    date: '2022-05-18',
    number: 1,
    ofDay: 1,
    opensAt: '',
    dueAt: '',
    compileAt: '',
    periodFrom: '2022-05-18',
    periodTo: '2022-05-18',
    state: 'open' as const,
  }
  await former.insertInto('rounds').values(round).execute()
  const report = async (kind: 'inspection' | 'totals', status: 'counted' | 'pending' | 'withdrawn') => {
    const inbox = await former
      .insertInto('inbox')
      .values({
        messageId: `m${kind}${status}`,
        at: '2022-05-18T16:30:00.000Z',
        receivedAt: '2022-05-18T16:30:00.000Z',
        room: '四平市日报报送群',
        sender: '四平市铁东区报送员',
        origin: 'chat',
        text: '',
        mention: 0,
        state: 'handled',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await former
      .insertInto('reports')
      .values({
        roundId: 1,
        unit: '四平市铁东区',
        kind,
        status,
        inboxId: inbox.id,
        messageId: `m${kind}${status}`,
        room: '四平市日报报送群',
        sender: '四平市铁东区报送员',
        enterprise: '宏达加油站',
        place: '平东街道',
        industry: '危险化学品',
        date: '2022-05-18',
        inspectors: '[]',
        personTimes: 0,
        hazardCount: 3,
        rectifiedCount: 1,
        rectification: null,
        receivedAt: '2022-05-18T16:30:00.000Z',
        late: 0,
        missing: '[]',
        version: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const hazards: [string, number, number | null, string | null][] = [
      ['灭火器压力不足', 0, 1, null],
      ['报警器失效', 1, 1, null],
      ['配电箱未接地', 0, null, '2022-05-25'],
    ]
    for (const [position, [text, major, rectified, deadline]] of hazards.entries())
      await former
        .insertInto('hazards')
        .values({ reportId: id, position, text, major, rectified, deadline, basis: null })
        .execute()
    return inbox.id
  }
  const message = await report('inspection', 'counted')
  await report('inspection', 'pending')
  await report('inspection', 'withdrawn')
  await former.destroy()

  const db = await openDatabase(file, now)
  const filled = await trackedHazards(db)
  expect(filled.map(({ report, position, text, state }) => [report, position, text, state])).toEqual([
    [1, 1, '灭火器压力不足', 'closed'],
    [1, 2, '报警器失效', 'reported'],
    [1, 3, '配电箱未接地', 'rectifying'],
  ])
  expect(filled[0]).toMatchObject({ onTheSpot: true, major: false, rectifiedBy: '四平市铁东区报送员' })
  expect(filled[1]).toMatchObject({ onTheSpot: false, major: true, reinspectedBy: null })
  expect(filled[2]).toMatchObject({ deadline: '2022-05-25', foundOn: '2022-05-18', rectifiedBy: null })
  // Half past midnight of the next business day.
  expect(
    await db.selectFrom('trackedHazards').select('position').where('closedOn', '=', '2022-05-19').execute(),
  ).toHaveLength(1)
  expect(await hazardEvents(db, filled[0]!.id)).toMatchObject([
    { step: 'find', by: '四平市铁东区报送员', note: '现场整改', evidence: [{ message }] },
  ])
  const rows = await db.selectFrom('hazardEvents').select('hazard').orderBy('id').execute()
  expect(rows.map(({ hazard }) => JSON.parse(hazard))).toEqual(filled)
  expect((await readHazards(db, [1])).get(1)?.map(({ position }) => position)).toEqual([1, 2, 3])
  await db.destroy()
})
