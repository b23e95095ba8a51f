import exceljs from 'exceljs'
import { expect, test, vi } from 'vitest'
import { dutyRoom, siping } from '../../../conversation.ts'
import { hurry } from '../../../web-wechat/client.ts'
import { type FakeWechat, openFakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { type Day, openDay, reporting } from './play-day.ts'

test('a day of lost, repeated and refused messages ends with the daily report of a calm one', {
  timeout: 60_000,
}, async () => {
  const calm = await playDay(day => day.play('16:40'))
  const rough = await playDay(playRough)

  expect(calm.snapshots).toHaveLength(1)
  for (const part of ['snapshots', 'workbooks', 'pictures'] as const)
    expect(rough[part], part).toEqual(calm[part])
  // Each group got the same lines as often, and besides what is said of the disturbances nothing else.
  for (const [room, lines] of Object.entries(calm.lines))
    expect(rough.lines[room]!.filter(line => !isAboutDisturbance(line)).sort(), room).toEqual(lines.sort())
  for (const room of reporting)
    expect(rough.lines[room]!.filter(line => line.startsWith('【离线说明】'))).toHaveLength(3)
  expect(rough.lines[dutyRoom]!.filter(line => /^微信于.*恢复登录。$/.test(line))).toHaveLength(2)
  expect(rough.lines[siping]).toContain('与第1号（四平市，四平市平原化肥有限公司）相同，未重复计入。')
})

/** What goes wrong on the day; what people do about it is what the bot asks for. */
async function playRough(day: Day, wechat: FakeWechat): Promise<void> {
  const announced = (times: number) =>
    wechat.until(
      () =>
        reporting.every(
          room => day.linesIn(room).filter(line => /^【离线说明】/.test(line)).length === times,
        ),
      'the groups to be told that the bot was away',
    )
  // The platform hands out everything twice.
  day.twice = true
  const early = await day.play('09:57')
  day.twice = false

  // Logged out by the phone. At the next login all ids are new, and so are those of what is handed out once more.
  wechat.autoScan = false
  wechat.forceLogout({ noticedBy: 'webwxsync' })
  await wechat.until(() => wechat.code !== null, 'a code')
  const unheard = await day.speak('10:16')
  wechat.scan()
  await day.bot.online()
  await announced(1)
  for (const line of early) day.handOutAgain(line)
  const careful = early.filter(({ text = '' }) => text.includes('平原化肥'))
  await day.repeat([...careful, ...unheard])
  await day.play('11:02')

  // The server fails, and what was said meanwhile is gone.
  await hurry(async () => {
    wechat.hangSyncs()
    const lost = await day.lose('11:08')
    wechat.failSyncs(3, 'http')
    wechat.resumeSyncs()
    await announced(2)
    await day.repeat(lost)
  })
  await day.play('13:11')

  // The connection is cut for a moment; the server keeps what was said, all of it in one group.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  wechat.cutNetwork()
  const kept = await day.speak('13:13')
  wechat.restoreNetwork()
  const waiting = setInterval(() => vi.advanceTimersByTime(1000), 5)
  await day.heard(kept.length)
  clearInterval(waiting)
  vi.useRealTimers()
  await day.play('14:07')

  wechat.refuseSends(2)
  await day.play('14:12')
  // Taken, and nobody knows: the officer on duty sees it in the group and lets it be.
  wechat.hangSends(1)
  await day.play('14:41')
  expect(wechat.refused).toHaveLength(2)
  expect(day.linesIn(dutyRoom).filter(line => line.startsWith('【发送异常】'))).toHaveLength(1)

  wechat.forceLogout()
  await wechat.until(() => wechat.code !== null, 'a code')
  const again = await day.speak('14:47')
  wechat.scan()
  await day.bot.online()
  await announced(3)
  await day.repeat(again)
  await day.play('16:40')
}

const isAboutDisturbance = (line: string): boolean =>
  /^【(离线说明|发送异常)】|^微信于.*恢复登录。$|^与第1号（四平市，四平市平原化肥有限公司）相同，未重复计入。$|^请回复数字：1 补发/.test(
    line,
  )

/** Plays a day, and tells what came of it. */
async function playDay(play: (day: Day, wechat: FakeWechat) => Promise<unknown>) {
  const wechat = await openFakeWechat()
  const day = await openDay(wechat)
  await play(day, wechat)
  expect(await day.bot.inbox()).toHaveLength(day.kept)
  const editions = await day.bot.db.selectFrom('editions').select('snapshot').execute()
  const files = wechat.sent.flatMap(({ file }) => file ?? [])
  const outcome = {
    snapshots: editions.map(({ snapshot }) => JSON.parse(snapshot)),
    workbooks: await Promise.all(files.filter(({ kind }) => kind === 'doc').map(({ bytes }) => cells(bytes))),
    pictures: files.filter(({ kind }) => kind === 'image').map(({ bytes }) => bytes.toString('base64')),
    lines: Object.fromEntries(day.rooms.map(room => [room, day.linesIn(room)])),
  }
  await day.bot.stop()
  await wechat.close()
  return outcome
}

/** All cells of a workbook. */
async function cells(bytes: Buffer): Promise<unknown[]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const rows: unknown[] = []
  for (const sheet of book.worksheets) sheet.eachRow(row => void rows.push([sheet.name, row.values]))
  return rows
}
