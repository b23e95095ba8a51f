/** The whole bot on the repaired puppet, in the largest crowd: from messages to inbox rows and acknowledgements. */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { createWechatyChannel } from '../../../bot/adapters/wechaty/channel.ts'
import { createQrCodeDisplay } from '../../../bot/adapters/wechaty/login.ts'
import { createBot } from '../../../bot/bot.ts'
import { readRosterDirectory, sampleRoster } from '../../../bot/doors/roster-files.ts'
import { bindPerson, bindRoom } from '../../../storage/bindings.ts'
import { openDatabase, transact } from '../../../storage/database.ts'
import { replaceRoster } from '../../../storage/roster.ts'
import { scratch } from '../scratch.ts'
import { Ear, openCrowd, timeFirsts, type WechatEffort } from '../wechat-crowd.ts'

const begin = Date.parse('2022-05-18T10:00:00+08:00') - performance.now()
const now = () => new Date(begin + performance.now())
const roster = await readRosterDirectory(sampleRoster)
const reporters = roster.people.filter(({ unit }) => unit !== null)
const reporterOf = (index: number) => reporters[index % reporters.length]!
const cityOf = (unit: string) => {
  const { level, name, parent } = roster.units.find(one => one.name === unit)!
  return level === 'city' ? name : parent
}
const topicOf = (index: number) => `第${index}报送群`
const { wechat, crowd, spent } = await openCrowd(topicOf, index => reporterOf(index).name, '管理员#1')

const dataDirectory = scratch()
const db = await openDatabase(join(dataDirectory, 'anwei.db'), now())
const log = pino({ level: 'silent' })
const rooms = crowd.map(({ group }, index) => ({
  name: group.topic,
  roles: ['reporting' as const],
  jurisdiction: cityOf(reporterOf(index).unit!),
}))
await transact(db, async tx => {
  await replaceRoster(tx, { ...roster, rooms })
  await bindPerson(tx, {
    person: '管理员',
    remark: '管理员#1',
    boundAt: now().toISOString(),
    issuedBy: '主机',
  })
})
const port = createWechatyChannel({
  db,
  dataDirectory,
  log,
  now,
  puppet: 'wechaty-puppet-wechat4u',
  pace: { overall: 0, room: 0, jitter: 0, daily: 1_000_000 },
  showCode: createQrCodeDisplay(() => {}),
})
const bot = createBot({ db, port, dataDirectory, now, log })
const ear = new Ear()
await bot.prepare()
await port.start({
  ...bot,
  receive: async message => {
    await bot.receive(message)
    ear.hear(message.text)
  },
})
await wechat.until(() => port.isOnline())
await transact(db, async tx => {
  for (const { group } of crowd)
    await bindRoom(tx, {
      room: group.topic,
      topic: group.topic,
      place: group.id,
      boundAt: now(),
      boundBy: '管理员',
    })
})
await port.look()

const first = await timeFirsts(wechat, crowd, ear)
const from = performance.now()
for (const [index, { group, speaker }] of crowd.entries()) wechat.say(speaker, group, report(index))
while (wechat.sent.length < crowd.length) await setTimeout(1)
const burst = performance.now() - from
if (!wechat.sent.every(({ text }) => text?.startsWith('已收第'))) throw new Error('something else was sent')
process.send!({ first, burst, ...spent() } satisfies WechatEffort & { burst: number }, () => process.exit())

function report(index: number): string {
  return [
    `检查单位：${reporterOf(index).unit}应急管理局`,
    `受检单位：第${index + 1}化工有限公司`,
    '检查地点：平东大街12号厂区',
    '发现的问题隐患：1.灭火器压力不足；2.可燃气体报警器未检定',
    '检查人员：张伟、李强',
    '整改情况：1项已整改，2项限期5月25日前',
  ].join('\n')
}
