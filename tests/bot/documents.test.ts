import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { createDocuments } from '../../bot/documents.ts'
import type { FileStore } from '../../bot/file-store.ts'
import { renderCard } from '../../reports/commentary/card.ts'
import { moment } from '../../reports/time.ts'
import { addDraft, changeCommentary, keepIssued } from '../../storage/change-commentaries.ts'
import { commentaryById } from '../../storage/commentaries.ts'
import { openCommentaryRound } from '../../storage/commentary-rounds.ts'
import { openDatabase, transact } from '../../storage/database.ts'
import { issuedCommentary } from '../reports/commentary/fixture.ts'

const now = moment('2022-05-18', '16:52')

/** A round in which one commentary was sent out and then corrected. */
async function openDocuments() {
  const db = await openDatabase(':memory:', now)
  const { id, round } = await transact(db, async tx => {
    const round = await openCommentaryRound(tx, {
      date: '2022-05-18',
      number: 1,
      ofDay: 1,
      endsAt: moment('2022-05-18', '17:30'),
    })
    const { division, date, author, text, kinds, references, joint } = issuedCommentary()
    const id = await addDraft(
      tx,
      {
        division,
        date,
        author,
        text,
        kinds,
        references,
        joint,
        asked: [],
        messageId: 'm1',
        state: 'draft',
      } as never,
      now,
    )
    const issued = issuedCommentary({ id, text: '原文。' })
    await keepIssued(tx, issued, now)
    await changeCommentary(tx, id, {
      state: 'issued',
      number: 3,
      version: 2,
      commentaryRoundId: round.id,
      issued: { ...issued, text: '更正后。', version: 2 },
    })
    return { id, round: round.id }
  })
  const files = { read: async () => new Uint8Array() } as unknown as FileStore
  return { db, id, round, render: createDocuments(db, files) }
}

test('a card is that of the version that was sent, and is rendered once however often it goes out', async () => {
  const { db, id, render } = await openDocuments()
  const card = (version: number, name = '危化二处日点评第3期.png') =>
    render({ name, document: 'card', commentary: id, version, page: 1 })
  const latest = (await commentaryById(db, id))!.issued!
  expect(Buffer.from(await card(2)).equals(await renderCard(latest, 1))).toBe(true)
  expect(
    Buffer.from(await card(1)).equals(await renderCard({ ...latest, text: '原文。', version: 1 }, 1)),
  ).toBe(true)
  expect(await card(2, '另名.png')).toBe(await card(2))
  expect(await card(1)).not.toBe(await card(2))
  await db.destroy()
})

test('the workbook of a round has its commentary', async () => {
  const { db, round, render } = await openDocuments()
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(
    (await render({
      name: '日点评汇总2022-05-18.xlsx',
      document: 'commentaryWorkbook',
      commentaryRound: round,
    })) as never,
  )
  expect(workbook.getWorksheet('点评')!.getCell('E4').value).toBe('更正后。')
  await db.destroy()
})

test('what does not exist is refused, and asked for again it is looked for again', async () => {
  const { db, id, render } = await openDocuments()
  const missing = { name: 'x.png', document: 'card', commentary: id, version: 9, page: 1 } as const
  for (let i = 0; i < 2; i++) await expect(render(missing)).rejects.toThrow('version 9')
  await expect(
    render({ name: 'x.xlsx', document: 'commentaryWorkbook', commentaryRound: 99 }),
  ).rejects.toThrow('round 99')
  await db.destroy()
})
