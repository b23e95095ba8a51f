import { expect, test } from 'vitest'
import { report, siping, tiedong } from '../conversation.ts'
import { city, head, heads, openWithHazards, texts } from './hazards/open-with-hazards.ts'

const reported = { state: 'reported', rectifiedBy: tiedong } as const

test('each line that begins with a command is one; what one refuses holds no other up', async () => {
  const { officer, hazard, events } = await openWithHazards([{}, {}, { state: 'closed' }])
  const answers = await officer('/整改 90-1 已加装\n两处均装\n/整改 90-3 已换\n/整改 90-2 已上锁\n/台账')
  expect(texts(answers)).toEqual([
    expect.stringContaining('90-1已报整改'),
    '90-3已销号，无需再办。',
    expect.stringContaining('90-2已报整改'),
    expect.stringContaining('90-1'),
  ])
  expect((await events('90-1')).at(-1)).toMatchObject({ note: '已加装\n两处均装' })
  expect(await hazard('90-2')).toMatchObject({ state: 'reported' })
})

test('a line with a slash that is no command belongs to what it stands in', async () => {
  const { officer, events } = await openWithHazards()
  await officer('/整改 90-1 已加装\n/\n/现场正常')
  expect((await events('90-1')).at(-1)).toMatchObject({ note: '已加装\n/\n/现场正常' })
})

test('a command below a report is executed, and no part of it', async () => {
  const { officer, hazard, db } = await openWithHazards()
  const answers = texts(await officer(`${report({ rectification: '未整改' })}\n/整改 90-1 已上锁`))
  expect(answers[0]).toContain('第1号')
  expect(answers.join()).toContain('90-1已报整改')
  expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
  const [row] = await db.selectFrom('reports').select('rectification').execute()
  expect(row?.rectification).toBe('未整改')
})

test('below ordinary talk a command is a quotation', async () => {
  const { officer, hazard } = await openWithHazards()
  expect(await officer('应该这样发：\n/整改 90-1 已上锁')).toEqual([])
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})

test.each([
  '未整改',
  '暂未整改，等配件',
  '正在整改',
  '无法整改',
  '未完成',
  '因停电暂未更换',
  '已更换一半，其余未整改',
  '限6月1日前整改到位',
  '整改中',
])('“%s” is no rectification', async words => {
  const { officer, hazard } = await openWithHazards()
  expect(texts(await officer(`/整改 90-1 ${words}`))).toEqual([
    '尚未整改完成的，不能报整改。如需延期，请发送：/延期 90-1 日期 理由',
  ])
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})

test.each([
  '已更换接地',
  '限位器已更换',
  '已整改，未发现其他问题',
  '要求企业更换，已换好',
  '已于5月17日前整改完毕',
  '现场正常',
  '已停用，没有再漏',
  '督促企业已更换完毕',
])('“%s” is one', async words => {
  const { officer, hazard } = await openWithHazards()
  await officer(`/整改 90-1 ${words}`)
  expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
})

test.each([
  '/整改 90-1 已加装；90-2 已上锁',
  '/整改 90-1已整改，90—2未整改',
  '90—1已整改，90—2未整改',
  '整改 90-1 已换\n整改 90-2 已换',
])('what says two things is refused: %s', async words => {
  const { officer, hazard } = await openWithHazards([{}, {}])
  expect(texts(await officer(words))[0]).toContain('请分条报送')
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})

test('a re-inspection of two results is refused, and words may follow at once', async () => {
  const { say, hazard, events } = await openWithHazards([reported, reported])
  expect(texts(await say(city, siping, '/复查 90-1 合格，90-2 不合格'))[0]).toContain('请分条报送')
  await say(city, siping, '/复查 90-1 不合格仍未接地')
  expect((await events('90-1')).at(-1)).toMatchObject({ step: 'fail', note: '仍未接地' })
  expect(await hazard('90-2')).toMatchObject({ state: 'reported' })
})

test.each(['整改 90-1 已更换接地', '90-1已整改', '整改90-1：已更换'])(
  'without its slash: %s',
  async words => {
    const { officer, hazard } = await openWithHazards()
    await officer(words)
    expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
  },
)

test('the other words without a slash, and with a mention', async () => {
  const { say, officer, hazard } = await openWithHazards([reported, {}])
  await officer('@安委日报机器人 /整改 90-2 已更换', { mention: true })
  expect(await hazard('90-2')).toMatchObject({ state: 'reported' })
  await say(city, siping, '复查 90-1 合格')
  await say(head, heads, '销号 90-1')
  expect(await hazard('90-1')).toMatchObject({ state: 'closed' })
})

test.each(['整改 5-18 完成', '整改工作请抓紧', '复查下周进行'])('talk stays talk: %s', async words => {
  const { officer, events } = await openWithHazards()
  expect(await officer(words)).toEqual([])
  expect(await events('90-1')).toHaveLength(1)
})
