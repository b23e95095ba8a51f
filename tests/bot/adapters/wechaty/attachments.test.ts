import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { storedFile } from '../../../../storage/inbox.ts'
import { encodeContent, fileXml } from '../../../web-wechat/content.ts'
import { openDepartment } from './open-department.ts'
import { addBound } from './open-wechat-bot.ts'

const six = ['检查单位', '受检单位', '检查地点', '发现的问题隐患', '检查人员', '整改情况']

async function workbook(office = '四平市铁东区应急管理局'): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('今日')
  sheet.addRows([
    six,
    [office, '四平市宏达加油站', '平东街道', '灭火器压力不足', '张三、李四', '已整改'],
    [office, '四平市恒发木业有限公司', '石岭镇', '配电箱未接地', '张三、李四', '限期5月25日前整改'],
  ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The bytes of a file as the bot keeps them. */
function stored(directory: string, row: Parameters<typeof storedFile>[0] | undefined): Promise<Buffer> {
  const { sha256 } = storedFile(row!)!
  return readFile(join(directory, 'files', sha256.slice(0, 2), sha256))
}

test('reports in a workbook count, and the workbook is kept as it was sent', async () => {
  const { wechat, bot, reporter, group, answer, reports } = await openDepartment()
  const bytes = await workbook()
  wechat.sendFile(reporter, group, { name: '日报 A&B <今日>.xlsx', bytes })
  expect(await answer(group, '已收第2号')).toContain('已收第1号')
  expect((await reports()).map(({ enterprise }) => enterprise)).toEqual([
    '四平市宏达加油站',
    '四平市恒发木业有限公司',
  ])
  const [row] = await bot.heard(1)
  expect(storedFile(row!)).toEqual({
    name: '日报 A&B <今日>.xlsx',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  expect((await stored(bot.directory, row)).equals(bytes)).toBe(true)
})

test.each(['sendImage', 'sendVideo'] as const)(
  'what is sent by %s is fetched at once and kept',
  async send => {
    const { wechat, bot, reporter, group } = await openDepartment()
    const bytes = Buffer.from('整改前后对比')
    wechat[send](reporter, group, { bytes })
    const [row] = await bot.heard(1)
    expect(storedFile(row!)!.name).toMatch(send === 'sendImage' ? /^\d+\.jpg$/ : /^\d+\.mp4$/)
    expect((await stored(bot.directory, row)).equals(bytes)).toBe(true)
    // The platform keeps them for an hour; nobody asks again.
    expect(wechat.requests.get(send === 'sendImage' ? 'webwxgetmsgimg' : 'webwxgetvideo')).toBe(1)
  },
)

test('a workbook in a group that is called like a room and not bound yet counts once it is bound', async () => {
  const { wechat, bot, answer, reports } = await openDepartment()
  const admin = await addBound(bot, wechat, '管理员')
  const inspector = await addBound(bot, wechat, '松原市宁江区报送员')
  const fresh = wechat.addRoom('松原市日报报送群', [admin, inspector])
  await wechat.idle()
  wechat.sendFile(inspector, fresh, { name: '今日.xlsx', bytes: await workbook('松原市宁江区应急管理局') })
  expect(await bot.heard(1)).toMatchObject([{ state: 'held' }])
  expect(wechat.requests.get('webwxgetmedia')).toBe(1)
  wechat.say(admin, fresh, '/绑群 报送群 松原市')
  await answer(fresh, '已收第2号')
  expect(await reports()).toHaveLength(2)
})

test('what is sent in a group that is none of ours is not fetched', async () => {
  const { wechat, bot, officer } = await openDepartment()
  const other = wechat.addRoom('同学群', [officer])
  wechat.sendFile(officer, other, { name: '合影.zip', bytes: Buffer.from('合影') })
  expect(await bot.heard(1)).toMatchObject([{ state: 'held' }])
  expect(wechat.requests.get('webwxgetmedia')).toBeUndefined()
})

test('whoever sends a file that cannot be fetched is told, and what comes behind it counts', async () => {
  const { wechat, bot, reporter, group, answer } = await openDepartment()
  wechat.deliver({
    MsgType: 49,
    AppMsgType: 6,
    FromUserName: group.id,
    Content: `${reporter.id}:<br/>${encodeContent(fileXml('日报.xlsx', 10, '@gone'))}`,
    FileName: '日报.xlsx',
    MediaId: '@gone',
  })
  wechat.sendFile(reporter, group, { name: '今日.xlsx', bytes: await workbook() })
  expect(await answer(group, '未能取得')).toContain('“日报.xlsx”未能取得，请重新发送，未作登记。')
  await answer(group, '已收第2号')
  expect(await bot.heard(2)).toMatchObject([{ state: 'handled' }, { state: 'handled' }])
})
