/** Rooms of the roster are bound to groups of the platform, which know no names that hold. */
import { expect, test } from 'vitest'
import { forgetPlaces, roomBindings } from '../../../storage/bindings.ts'
import { transact } from '../../../storage/database.ts'
import { duty, openConversation, report, siping, tiedong } from '../../conversation.ts'

const admin = '管理员'
const changchun = '长春市日报报送群'
/** Said in a group that nobody has bound. */
const unbound = (place: string) => ({ place, unbound: true })
const bindSiping = '/绑群 报送群 四平市'

test('what was said before a group was bound is handled then', async () => {
  const { say, textIn, db } = await openConversation()
  expect(await say(tiedong, '四平安全群', report(), { ...unbound('g1'), claimed: true })).toEqual([])
  const sent = await say(admin, '四平安全群', bindSiping, unbound('g1'))
  expect(textIn(admin, sent)).toBe(
    '微信群“四平安全群”已绑定为“四平市日报报送群”（报送群，四平市）。绑定前留存的1条消息现予处理。',
  )
  expect(textIn(siping, sent)).toContain('已收第1号：四平市铁东区')
  expect(await roomBindings(db)).toMatchObject([
    { room: siping, topic: '四平安全群', place: 'g1', boundBy: admin },
  ])
})

test('what is older than a day is not handled any more', async () => {
  const { say, until, textIn } = await openConversation()
  await say(tiedong, '四平安全群', report(), { ...unbound('g1'), claimed: true })
  await until('09:01', '2022-05-19')
  const sent = await say(admin, '四平安全群', bindSiping, unbound('g1'))
  expect(textIn(admin, sent)).not.toContain('留存')
  expect(textIn(siping, sent)).toBe('')
})

test('a room that is bound moves only when it is confirmed, from the direct message or in the group', async () => {
  const { say, db } = await openConversation()
  await say(admin, '四平安全群', bindSiping, unbound('g1'))
  const [question] = await say(admin, '四平安全新群', bindSiping, unbound('g2'))
  expect(question).toMatchObject({ where: admin })
  expect(question!.text).toContain('“四平市日报报送群”现绑定在微信群“四平安全群”。是否改绑？')
  expect(question!.text).toContain('1 改绑到本群；2 取消')
  expect(await roomBindings(db)).toMatchObject([{ place: 'g1' }])
  const [answer] = await say(admin, null, '1')
  expect(answer?.text).toContain('微信群“四平安全新群”已绑定为“四平市日报报送群”')
  expect(await roomBindings(db)).toMatchObject([{ place: 'g2', topic: '四平安全新群' }])

  const [other] = await say(admin, siping, '/绑群 报送群 长春市', { place: 'g2' })
  expect(other!.text).toContain('本群现绑定为“四平市日报报送群”。是否改绑？')
  await say(admin, siping, '2', { place: 'g2' })
  expect(await roomBindings(db)).toMatchObject([{ room: siping }])
  const [again] = await say(admin, siping, '/绑群 报送群 长春市', { place: 'g2' })
  const moved = await say(admin, siping, again!.choices[0]!.command, { place: 'g2' })
  expect(moved.map(({ where }) => where)).toEqual([admin])
  expect(await roomBindings(db)).toMatchObject([{ room: changchun, place: 'g2', topic: '四平安全新群' }])
})

test('a question asked before a new login binds nothing', async () => {
  const { say, bot, clock, db } = await openConversation()
  await bot.tell('/登录 安委日报')
  await bot.pump()
  await say(admin, '四平安全群', bindSiping, unbound('g1'))
  await say(admin, '四平安全新群', bindSiping, unbound('g2'))
  clock.set(new Date(clock.now().getTime() + 60_000))
  await bot.tell('/登录 安委日报')
  await bot.pump()
  expect((await say(admin, null, '1'))[0]?.text).toContain('请在需要绑定的群里重新发送')
  expect(await roomBindings(db)).toMatchObject([{ place: 'g1' }])
})

test('a room whose group has not been found again is bound without a question', async () => {
  const { say, db } = await openConversation()
  await say(admin, '四平安全群', bindSiping, unbound('g1'))
  await transact(db, forgetPlaces)
  await say(admin, '四平安全群', bindSiping, unbound('g9'))
  expect(await roomBindings(db)).toMatchObject([{ place: 'g9' }])
  expect((await say(admin, siping, bindSiping, { place: 'g9' }))[0]?.text).toContain('无需重复绑定')
})

test.each([
  ['/绑群', '请写明群的角色'],
  ['/绑群 讨论群', '没有“讨论群”这一角色'],
  ['/绑群 报送群', '名册中有9个报送群：长春市日报报送群（长春市）'],
  ['/绑群 值班群 四平市', '名册中没有四平市值班群，请先登记入名册。名册中有：值班群。'],
  ['/绑群 报送群 四坪市', '未能确定属地“四坪市”'],
])('%s is refused, and says what there is', async (text, answer) => {
  const { say, db } = await openConversation()
  expect((await say(admin, '某群', text, unbound('g1')))[0]).toMatchObject({
    where: admin,
    text: expect.stringContaining(answer),
  })
  expect(await roomBindings(db)).toEqual([])
})

test('a room may be called by its name', async () => {
  const { say, db } = await openConversation()
  await say(admin, '某群', '/绑群 省安委办工作群', unbound('g1'))
  expect(await roomBindings(db)).toMatchObject([{ room: '省安委办工作群', place: 'g1' }])
})

test('it belongs in the group, to the administrator, on a platform that needs it', async () => {
  const { say } = await openConversation()
  expect((await say(admin, null, bindSiping))[0]?.text).toContain('请在需要绑定的群里发送')
  expect((await say(admin, siping, bindSiping))[0]?.text).toContain('无需绑定')
  expect((await say(duty, '某群', bindSiping, unbound('g1')))[0]?.text).toContain('由管理员使用')
})
