import { expect, test } from 'vitest'
import { defaultPolicy } from '../../../../reports/escalation/policy.ts'
import { addChain } from '../../../../storage/chains.ts'
import { transact } from '../../../../storage/database.ts'
import { siping, tiedong, tiexi } from '../../../conversation.ts'
import { rename } from '../../renamed-unit.ts'
import {
  city,
  head,
  heads,
  labels,
  openWithHazards,
  otherHead,
  photo,
  texts,
  undoable,
} from '../open-with-hazards.ts'

const picturesOf = (events: { evidence: object[] }[]) =>
  events.at(-1)!.evidence.filter(each => 'picture' in each).length

test('an officer reports a hazard rectified: who, when, what was said and shown', async () => {
  const { officer, hazard, events, sent } = await openWithHazards()
  expect(texts(await officer('/整改 90-1 已重新接地，\n电阻合格'))).toEqual([
    `90-1已报整改，由四平市铁东区、四平市或分管处室任一方复查。${undoable()}`,
  ])
  expect(await hazard('90-1')).toMatchObject({ state: 'reported', rectifiedBy: tiedong })
  expect((await events('90-1')).at(-1)).toMatchObject({
    step: 'rectify',
    by: tiedong,
    at: '2022-05-18T01:00:00.000Z',
    note: '已重新接地，\n电阻合格',
    evidence: [{ message: expect.any(Number) }],
  })
  // The heads hear of it with the morning's digest.
  expect(sent.filter(({ where }) => where === heads)).toEqual([])
})

test('a major one must be re-inspected by somebody else, and that is said', async () => {
  const { officer } = await openWithHazards([{ major: true }])
  expect(texts(await officer('/zg 90-1：已停用'))).toEqual([
    `90-1已报整改，属重大隐患，须由他人（四平市或分管处室）复查。${undoable()}`,
  ])
})

test.each([
  '/整改 90-1 90-2 已更换',
  '/整改90-1、90-2 已更换',
  '／整改 ９０－１，90-2号：已更换',
  '/整改：90-1 90-2已更换',
])('several at once: %s', async said => {
  const { officer, events } = await openWithHazards([{}, {}, {}])
  expect(texts(await officer(said))[0]).toContain('90-1、90-2已报整改，由')
  expect((await events('90-2')).at(-1)).toMatchObject({ step: 'rectify', note: '已更换' })
  expect(await events('90-3')).toHaveLength(1)
})

test('what cannot be done is told, and the rest is done', async () => {
  const { officer, hazard } = await openWithHazards([{}, { state: 'closed' }])
  expect(texts(await officer('/整改 90-1 90-2 90-7 已更换'))).toEqual([
    `90-1已报整改，由四平市铁东区、四平市或分管处室任一方复查。\n90-2已销号，无需再办。\n没有编号为90-7的隐患，请核对编号，或发送“/台账”查看。${undoable()}`,
  ])
  expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
})

test.each([
  ['/整改', '请写明隐患编号，例如：/整改 12-1 已更换，现场正常'],
  ['/整改 90-1', '请写明整改情况，例如：/整改 90-1 已更换，现场正常；照片可在10分钟内发出。'],
  ['/整改 90-1至90-2 已更换', '请逐条写明隐患编号，以空格隔开，例如：/整改 12-1 已更换，现场正常'],
  ['/整改 91-1 已更换', '没有编号为91-1的隐患，请核对编号，或发送“/台账”查看。'],
])('%s changes nothing', async (said, answer) => {
  const { officer, events } = await openWithHazards([{}, {}])
  expect(texts(await officer(said))).toEqual([answer])
  expect(await events('90-1')).toHaveLength(1)
})

test('the same said twice happens once; more said is kept beside it', async () => {
  const { officer, events, hazard, say } = await openWithHazards([{ major: true }])
  await officer('/整改 90-1 已更换')
  expect(texts(await officer('/整改 90-1 已更换'))).toEqual([
    '90-1已由四平市铁东区报送员于5月18日09:00报整改，等待复查，不必重复。',
  ])
  expect(await events('90-1')).toHaveLength(2)
  await say(city, siping, '/整改 90-1 现场已看')
  expect(await events('90-1')).toHaveLength(3)
  expect(await hazard('90-1')).toMatchObject({ rectifiedBy: `${tiedong}、${city}` })
})

test('only those whom it concerns', async () => {
  const { say, events } = await openWithHazards()
  expect(texts(await say(tiexi, siping, '/整改 90-1 已更换'))).toEqual([
    '90-1属四平市铁东区，请由该单位或其所属市（州）的报送员办理。',
  ])
  expect(texts(await say(head, heads, '/整改 90-1 已更换'))).toEqual([
    '90-1由四平市铁东区报整改；处室可复查：/复查 90-1 合格',
  ])
  expect(texts(await say('值班员', '值班群', '/整改 90-1 已更换'))[0]).toContain('由报送员、处长使用')
  expect(await events('90-1')).toHaveLength(1)
})

test('for a unit that was renamed the officers of its city and of its group act', async () => {
  const conversation = await openWithHazards([{}, {}])
  await rename(conversation)
  await conversation.say(city, siping, '/整改 90-1 已更换')
  expect(await conversation.hazard('90-1')).toMatchObject({ state: 'reported' })
  expect(texts(await conversation.say('长春市报送员', '长春市日报报送群', '/整改 90-2 已更换'))[0]).toContain(
    '属四平市铁东区',
  )
})

test('heads report what the province itself has found', async () => {
  const { say, hazard } = await openWithHazards([{ unit: '吉林省', major: true }])
  expect(texts(await say(head, heads, '/整改 90-1 已更换'))).toEqual([
    `90-1已报整改，属重大隐患，须由他人（分管处室）复查。${undoable()}`,
  ])
  expect(texts(await say(head, heads, '/复查 90-1 合格'))[0]).toContain('报整改的人不能自行复查')
  await say(otherHead, heads, '/复查 90-1 合格')
  expect(await hazard('90-1')).toMatchObject({ state: 'reinspected' })
})

test('a message that is quoted tells which', async () => {
  const { officer, hazard } = await openWithHazards()
  await officer('/整改 已更换', { quotedText: '90-1 四平市铁东区 宏达加油站：配电箱未接地（限5月25日）' })
  expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
})

test('pictures before and after are the evidence, in one calm line', async () => {
  const { officer, say, until, events, clock } = await openWithHazards([{}, {}])
  await officer('', photo('early.jpg'))
  await until('09:08')
  await officer('', photo('before.JPG'))
  await until('09:12')
  expect(texts(await officer('/整改 90-1 90-2 已更换'))[0]).toContain('90-1、90-2已报整改，附照片1张，由')
  expect(texts(await officer('', photo('1.png')))).toEqual(['90-1已附照片2张，90-2已附照片2张。'])
  await officer('', photo('2.heic'))
  await officer('', photo('3.webp'))
  // Somebody else's, and what is no picture, is not taken.
  await say(tiexi, siping, '', photo('other.jpg'))
  await officer('', photo('说明.pdf'))
  expect(texts(await until('09:20'))).toEqual(['90-1已附照片4张，90-2已附照片4张。'])
  expect(picturesOf(await events('90-2'))).toBe(4)
  clock.set(new Date('2022-05-18T09:22:01+08:00'))
  expect(await officer('', photo('late.jpg'))).toEqual([])
  expect(picturesOf(await events('90-1'))).toBe(4)
})

test('a picture belongs to one rectification: the last, in the room where it was said', async () => {
  const { officer, say, until, events } = await openWithHazards([{}, {}])
  await officer('', photo('a.jpg'))
  await officer('/整改 90-1 已更换')
  await until('09:02')
  await officer('/整改 90-2 已更换')
  await until('09:04')
  await officer('', photo('b.jpg'))
  await say(tiedong, null, '', photo('private.jpg'))
  expect([picturesOf(await events('90-1')), picturesOf(await events('90-2'))]).toEqual([1, 1])
})

test('pictures alone are enough, and none follow what was sent back meanwhile', async () => {
  const { officer, say, until, hazard, events } = await openWithHazards()
  await officer('', photo('a.jpg'))
  await officer('/整改 90-1')
  expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
  await until('09:03')
  await say(city, siping, '/复查 90-1 不合格')
  expect(await officer('', photo('b.jpg'))).toEqual([])
  expect(
    (await events('90-1')).flatMap(({ evidence }) => evidence.filter(each => 'picture' in each)),
  ).toHaveLength(1)
})

test('of what the province has taken over the heads hear at once, and re-inspect by one tap', async () => {
  const { officer, say, hazard, takeOver, textIn } = await openWithHazards()
  await takeOver('90-1')
  const sent = await officer('/整改 90-1 已更换')
  expect(textIn(siping, sent)).toBe(`90-1已报整改，已由省级提级管理，由分管处室复查。${undoable()}`)
  expect(textIn(heads, sent).split('\n')[0]).toBe(
    '【整改】90-1 四平市铁东区 宏达加油站：配电箱未接地，四平市铁东区报送员已报整改：已更换，待复查。',
  )
  expect(labels(sent)).toEqual(['撤销', '复查合格90-1', '复查不合格90-1'])
  expect(await officer('/整改 90-1 并已培训').then(again => textIn(heads, again))).toBe('')
  await say(head, heads, '1')
  expect(await hazard('90-1')).toMatchObject({ state: 'reinspected', reinspectedBy: head })
})

test('of what is under escalation the heads hear at once as well', async () => {
  const { officer, db, clock, hazard, textIn } = await openWithHazards([{}, {}])
  const subject = await hazard('90-2')
  await transact(db, tx =>
    addChain(tx, {
      id: 0,
      unit: subject.unit,
      enterprise: subject.enterprise,
      hazards: [subject],
      grounds: ['overdue'],
      divisions: ['危化一处'],
      policy: defaultPolicy,
      state: 'open',
      openedBy: head,
      openedAt: clock.now().toISOString(),
      endedBy: null,
      endedAt: null,
      outcome: null,
      steps: [],
      next: null,
    }),
  )
  expect(textIn(heads, await officer('/整改 90-1 90-2 已更换')).split('\n')[0]).toBe(
    '【整改】90-2 四平市铁东区 宏达加油站：配电箱未接地，四平市铁东区报送员已报整改：已更换，待复查。',
  )
})

test.each(['90-1已整改', '90-1已整改完毕，电阻合格', '整改 90-1 已重新接地'])(
  '%s needs no slash',
  async said => {
    const { officer, hazard } = await openWithHazards()
    await officer(said)
    expect(await hazard('90-1')).toMatchObject({ state: 'reported' })
  },
)

test.each([
  '90-1已整改了吗',
  '90-1已整改不了，缺配件',
  '90-1已整改完80%',
  '90-1已整改，但是检测未通过',
  '90-1已整改通知书下发企业',
  '整改90-1的照片稍后发',
  '整改 90-1 需要多少钱',
])('%s is no report of its rectification', async said => {
  const { officer, hazard } = await openWithHazards()
  await officer(said)
  expect(await hazard('90-1')).toMatchObject({ state: 'rectifying' })
})
