import exceljs from 'exceljs'
import { sampleDay } from '../../../../bot/sample/day.ts'
import type { SampleLine } from '../../../../bot/sample/happening.ts'
import { businessTime, moment } from '../../../../reports/time.ts'
import type { FakeWechat } from '../../../web-wechat/fake-wechat.ts'
import { addBound, bindTo, type FakePerson, type FakeRoom, openWechatBot } from './open-wechat-bot.ts'

const date = '2022-05-18'
const minute = 60_000

/** Groups that report to the bot. */
export const reporting = [
  '四平市日报报送群',
  '通化市日报报送群',
  '白山市日报报送群',
  '延边州日报报送群',
  '处长工作群',
]
const rooms = [...reporting, '厅领导群', '省安委办工作群', '值班群']

/** Friends of the account, bound by codes; all others are known by their group cards alone. */
const isFriend = (name: string) => /处长$|^(值班员|管理员|厅领导|通化市报送员)$/.test(name)

/** What is said on the sample day in these groups, until the daily report has been answered. */
const script = sampleDay(date).filter(
  ({ at, room, recall }) => at < `${date}T16:40` && (recall !== undefined || rooms.includes(room ?? '')),
)

/** Begins a text of the script that is sent as a workbook instead. */
const tabled = '各位领导好，现将靖宇县应急管理局'

async function table(): Promise<{ name: string; bytes: Uint8Array }> {
  const book = new exceljs.Workbook()
  book.addWorksheet('检查情况').addRows([
    ['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况'],
    [
      '靖宇县应急管理局',
      '靖宇县湖畔木业有限公司',
      '三道湖镇',
      '1.木粉仓未设置防爆电气标识；2.车间违规存放油漆3桶',
      '郑树林、高延辉、林少华、胡立军',
      '均已整改',
    ],
  ])
  return { name: '检查情况.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) }
}

export type Day = Awaited<ReturnType<typeof openDay>>

/** The sample day in some groups, and a bot that is known in all of them; it begins at 08:40. */
export async function openDay(wechat: FakeWechat) {
  const bot = await openWechatBot(wechat, { date, time: '08:40' })
  const workbook = await table()
  const people = new Map<string, FakePerson>()
  const groups = new Map<string, FakeRoom>()
  for (const topic of rooms) {
    const names = new Set(script.filter(({ room }) => room === topic).map(({ from }) => from!))
    for (const name of names.add('管理员'))
      if (!people.has(name))
        people.set(
          name,
          isFriend(name) ? await addBound(bot, wechat, name) : wechat.addStranger(`${name}的微信`),
        )
    groups.set(
      topic,
      wechat.addRoom(
        topic,
        [...names].map(name => ({ person: people.get(name)!, card: name })),
      ),
    )
  }
  await bot.online()
  for (const [room, group] of groups) await bindTo(bot, room, group)
  await bot.minute()

  /** Number of the line that comes next. */
  let at = 0
  /** Messages that were kept, or are to be. */
  let kept = 0
  /** What was said, under which id and when. */
  const said = new Map<SampleLine, { id: string; at: Date }>()

  function utter(line: SampleLine, time: Date): string {
    const about = script.find(({ id }) => id !== undefined && id === (line.recall ?? line.quote))
    const { room, from, text = '' } = line.recall === undefined ? line : about!
    const [person, group] = [people.get(from!)!, groups.get(room!)!]
    const options = { at: time }
    if (line.recall !== undefined) return wechat.recall(person, group, said.get(about!)!.id, options)
    if (text.startsWith(tabled)) return wechat.sendFile(person, group, workbook, options)
    if (about) return wechat.quote(person, group, { quoted: said.get(about)!.id }, text, options)
    return wechat.say(person, group, text, options)
  }

  function* next(to: string): Generator<SampleLine> {
    while (at < script.length && script[at]!.at.slice(11, 16) < to) yield script[at++]!
  }

  const day = {
    bot,
    rooms,

    /** What a group got, line by line. */
    linesIn: (room: string): string[] =>
      wechat.sent
        .filter(({ to }) => to === groups.get(room))
        .flatMap(({ text, file }) =>
          file ? [`[${file.name}]`] : text!.split('\n').filter(line => line !== ''),
        ),

    /** How many messages are to be kept by now. */
    get kept(): number {
      return kept
    },

    /** Time goes on to HH:MM; on the way it stops at each minute in which something is due. */
    async until(time: string): Promise<void> {
      const target = moment(date, time)
      for (;;) {
        const due = await bot.bot.nextDue()
        if (due === null) break
        const from = Math.max(due.getTime(), bot.now().getTime() + 1)
        const stop = new Date(Math.ceil(from / minute) * minute)
        if (stop >= target) break
        await bot.until(businessTime(stop))
      }
      await bot.until(time)
    },

    /** Whether the platform hands out each message twice. */
    twice: false,

    /** Somebody says a line, for the first time or once more. */
    say(line: SampleLine): void {
      if (day.twice) wechat.duplicateNext()
      said.set(line, { id: utter(line, bot.now()), at: bot.now() })
    },

    /** The platform hands out a line as it was said before, under another id. */
    handOutAgain(line: SampleLine): void {
      utter(line, said.get(line)!.at)
    },

    /** Waits until so many more messages are kept, and answered. */
    async heard(count = 1): Promise<void> {
      kept += count
      await bot.heard(kept)
    },

    /** Time goes on to HH:MM, and the script is spoken; returns its lines. `after` is called after each. */
    async speak(to: string, after: () => unknown = () => {}): Promise<SampleLine[]> {
      const lines: SampleLine[] = []
      for (const line of next(to)) {
        await day.until(line.at.slice(11, 16))
        day.say(line)
        lines.push(line)
        await after()
      }
      await day.until(to)
      return lines
    },

    /** The same, and each line is heard before the next one is said. */
    play: (to: string): Promise<SampleLine[]> => day.speak(to, () => day.heard()),

    /** The same, and none is ever heard. */
    async lose(to: string): Promise<SampleLine[]> {
      let lines: SampleLine[] = []
      await wechat.loseMessages(async () => {
        lines = await day.speak(to)
      })
      return lines
    },

    /** People say once more what they have said. */
    async repeat(lines: SampleLine[]): Promise<void> {
      for (const line of lines) {
        day.say(line)
        await day.heard()
      }
    },
  }
  return day
}
