/** People are bound by one-time codes, which a duty officer hands out. */
import { expect, test } from 'vitest'
import { unverifiedName } from '../../../commands/channel/identity.ts'
import { OutcomeUnknown, Unreachable } from '../../../commands/message.ts'
import { awaitRemark, personBindings, unbindPerson } from '../../../storage/bindings.ts'
import { transact } from '../../../storage/database.ts'
import { giveUpNamed } from '../../../storage/outbox.ts'
import { duty, dutyRoom, openConversation, report, siping, tiedong } from '../../conversation.ts'

const claimed = { claimed: true }

/** A conversation in which codes can be had. */
async function open(options?: Parameters<typeof openConversation>[0]) {
  const conversation = await openConversation(options)
  return {
    ...conversation,
    async codeFor(person: string): Promise<string> {
      const sent = await conversation.say(duty, null, `/绑定码 ${person}`)
      return /\/绑定 (\w{8})（30分钟内有效，仅限一次）/.exec(sent[0]!.text!)![1]!
    },
  }
}

test('whoever sends the code is bound, under a remark of his own; the duty group and the issuer hear of it', async () => {
  const { say, codeFor, textIn, db } = await open()
  const sent = await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  const [answer] = sent
  expect(answer).toMatchObject({
    where: '小王（未核实）',
    remark: expect.stringMatching(/^四平市铁东区报送员#[0-9a-f]{5}$/),
  })
  expect(answer!.remark!.length).toBeLessThanOrEqual(16)
  expect(answer!.text).toContain('已绑定为四平市铁东区报送员（报送员）')
  for (const where of [dutyRoom, duty])
    expect(textIn(where, sent)).toBe(
      '【绑定】微信“小王”已绑定为四平市铁东区报送员（报送员），绑定码由值班员签发。如非本人，请立即发送“/解绑 四平市铁东区报送员”。',
    )
  expect(await personBindings(db)).toMatchObject([
    { person: tiedong, remark: answer!.remark, issuedBy: duty },
  ])
})

test('a code asked for in a group goes to who asked, and nobody else', async () => {
  const { say } = await open()
  const sent = await say(duty, dutyRoom, `/绑定码 ${tiedong}`)
  expect(sent.map(({ where }) => where)).toEqual([duty, dutyRoom])
  expect(sent[0]!.text).toMatch(/请四平市铁东区报送员用本人微信添加本机器人为好友后，私聊发送：\/绑定 \w{8}/)
  expect(sent[1]!.text).toBe('绑定码已私信发给您。')
})

test('the code itself is stored nowhere among the codes', async () => {
  const { codeFor, db } = await open()
  const code = await codeFor(tiedong)
  const rows = await db.selectFrom('bindingCodes').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('used, replaced, expired and invented codes are refused alike', async () => {
  const { say, codeFor, until, db } = await open()
  const replaced = await codeFor(tiedong)
  const used = await codeFor(tiedong)
  await say('小王', null, `/绑定 ${used}`, claimed)
  const expired = await codeFor('管理员')
  await until('09:30')
  const answers = []
  for (const code of [replaced, used, expired, 'AAAAAAAA'])
    answers.push(...(await say('小李', null, `/绑定 ${code}`, claimed)))
  expect(answers.map(({ text }) => text)).toEqual(
    Array(4).fill('绑定码有误、已使用或已过期，请联系值班员重新获取。'),
  )
  expect(await personBindings(db)).toHaveLength(1)
})

test('after five wrong codes none is looked at for the rest of the hour', async () => {
  const { say, codeFor, until, db } = await open()
  for (let i = 0; i < 5; i++) await say('小王', null, '/绑定 AAAAAAAA', claimed)
  const code = await codeFor(tiedong)
  expect((await say('小王', null, `/绑定 ${code}`, claimed))[0]?.text).toBe(
    '绑定码多次有误，请于10:00后再试，或联系值班员。',
  )
  expect(await personBindings(db)).toEqual([])
  await until('10:00')
  const [answer] = await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  expect(answer?.text).toContain('已绑定为')
})

test('a code overheard in a group is void, and the issuer hears so', async () => {
  const { say, codeFor, textIn, db } = await open()
  const code = await codeFor(tiedong)
  const sent = await say('小王', siping, `/绑定 ${code}`, claimed)
  expect(textIn(siping, sent)).toContain('在群内发送的绑定码一律作废')
  expect(textIn(duty, sent)).toContain(`${tiedong}的绑定码在“${siping}”公开，已作废`)
  const [thief] = await say('路人甲', null, `/绑定 ${code}`, claimed)
  expect(thief?.text).toContain('绑定码有误')
  expect(await personBindings(db)).toEqual([])
})

test('the space before a code or a name may be left out', async () => {
  const { say, codeFor, db } = await open()
  expect((await say(duty, null, `/绑定码${tiedong}`))[0]?.text).toContain(`请${tiedong}用本人微信`)
  // In a group such a code is void as well, and not repeated.
  const code = await codeFor(tiedong)
  expect((await say('小王', siping, `/绑定${code}`, claimed))[0]?.text).toContain('一律作废')
  expect((await say('小王', null, `/绑定${code}`, claimed))[0]?.text).toContain('绑定码有误')
  await say('小王', null, `／绑定${(await codeFor(tiedong)).toLowerCase()}`, claimed)
  expect(await personBindings(db)).toMatchObject([{ person: tiedong }])
})

test('a new phone takes the place of the old one, and a lost one can be unbound', async () => {
  const { say, codeFor, textIn, db } = await open()
  const [first] = await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  const asked = await say(duty, null, `/绑定码 ${tiedong}`)
  expect(asked[0]?.text).toContain('新码使用后原绑定即行终止')
  const code = /\/绑定 (\w{8})/.exec(asked[0]!.text!)![1]!
  const again = await say('小王新号', null, `/绑定 ${code}`, claimed)
  expect(textIn(dutyRoom, again)).toContain('原绑定已终止')
  const [binding, ...others] = await personBindings(db)
  expect(others).toEqual([])
  expect(binding!.remark).not.toBe(first!.remark)

  const unbound = await say(duty, null, `/解绑 ${tiedong}`)
  expect(textIn(dutyRoom, unbound)).toBe(`【解绑】${tiedong}的微信绑定已由值班员终止。`)
  expect(await personBindings(db)).toEqual([])
  expect((await say(duty, null, `/解绑 ${tiedong}`))[0]?.text).toContain('尚未绑定')
})

test('an account that is bound as one person does not become another', async () => {
  const { say, codeFor, db } = await open()
  await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  const code = await codeFor('管理员')
  // The platform vouches for him now.
  expect((await say(tiedong, null, `/绑定 ${code}`))[0]?.text).toContain(
    '本微信已绑定为四平市铁东区报送员（报送员），无需重复绑定',
  )
  expect(await personBindings(db)).toMatchObject([{ person: tiedong }])
})

test('an unknown name is answered with near ones', async () => {
  const { say } = await open()
  expect((await say(duty, null, '/绑定码 四平市铁冬区报送员'))[0]?.text).toContain(
    '名册中没有“四平市铁冬区报送员”。是否为：四平市铁东区报送员',
  )
  expect((await say(duty, null, '/绑定码 路人甲'))[0]?.text).toContain('先登记入名册')
})

test('nobody but operators hands out codes', async () => {
  const { say } = await open()
  expect((await say(tiedong, siping, '/绑定码 管理员'))[0]?.text).toContain('由值班员、管理员使用')
})

test('an unverified direct message is told once a day how to be bound, whatever it says', async () => {
  const { say } = await open()
  const [told] = await say(duty, null, '/绑定码 管理员', claimed)
  expect(told).toMatchObject({
    where: '值班员（未核实）',
    text: expect.stringContaining('请联系值班员获取绑定码'),
  })
  for (const text of ['/频次 2', '在吗', report()]) expect(await say(duty, null, text, claimed)).toEqual([])
})

test('nobody is bound before the account has its remark, and the old phone counts until then', async () => {
  let down = false
  const { say, codeFor, until, textIn, db } = await open({
    onSend: ({ to }) => {
      if (down && 'person' in to && to.person.startsWith('小王新号')) throw new Error('no such contact')
    },
  })
  const [first] = await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  const code = await codeFor(tiedong)
  down = true
  expect(textIn(dutyRoom, await say('小王新号', null, `/绑定 ${code}`, claimed))).toBe('')
  expect(await personBindings(db)).toMatchObject([{ remark: first!.remark }])
  down = false
  const sent = await until('09:01')
  expect(textIn(dutyRoom, sent)).toContain('微信“小王新号”已绑定为四平市铁东区报送员')
  expect(textIn(dutyRoom, sent)).toContain('原绑定已终止')
  const bindings = await personBindings(db)
  expect(bindings).toHaveLength(1)
  expect(bindings[0]!.remark).toBe(sent.find(({ remark }) => remark)!.remark)
})

test('a binding that could not be finished ends aloud, and is no binding', async () => {
  const { say, codeFor, until, textIn, db } = await open({
    onSend: ({ remark }) => {
      if (remark !== undefined) throw new Error('remark not set')
    },
  })
  await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  // While it is under way another code would make the account two people.
  const second = await codeFor('管理员')
  await say('小王', null, `/绑定 ${second}`, claimed)
  expect((await say(duty, dutyRoom, '/状态'))[0]?.text).not.toContain('已绑定1人')
  const sent = await until('10:30')
  for (const where of [dutyRoom, duty])
    expect(textIn(where, sent)).toContain(
      `【绑定】微信“小王”绑定为${tiedong}（报送员）未能完成，绑定码已作废。如仍需绑定，请重新发送“/绑定码 ${tiedong}”。`,
    )
  expect(textIn('小王（未核实）', sent)).toBe('绑定正在办理，请稍候。')
  expect(await personBindings(db)).toEqual([])
  const lost = await db.selectFrom('outbox').select('id').where('remark', 'is not', null).execute()
  expect((await say(duty, dutyRoom, `/补发 ${lost[0]!.id}`))[0]?.text).toContain('不能补发')
})

test('so does one whose account is known no more after a new login', async () => {
  let known = true
  const { say, codeFor, until, textIn, db, sent } = await open({
    onSend: ({ remark }) => {
      if (remark !== undefined && known) throw new Unreachable('offline')
    },
  })
  await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  known = false
  await transact(db, tx => giveUpNamed(tx, unverifiedName(''), 'address lost'))
  await until('09:01')
  expect(textIn(dutyRoom)).toContain('未能完成')
  expect(await personBindings(db)).toEqual([])
  expect(sent.filter(({ remark }) => remark)).toEqual([])
})

test('where nobody knows whether he was told, he hears that he is not bound', async () => {
  const { say, codeFor, until, textIn, db } = await open({
    onSend: ({ remark }) => {
      if (remark !== undefined) throw new OutcomeUnknown('socket closed')
    },
  })
  await say('小王', null, `/绑定 ${await codeFor(tiedong)}`, claimed)
  const sent = await until('09:05')
  expect(textIn('小王（未核实）', sent)).toBe('绑定未能完成，请联系值班员重新获取绑定码。')
  expect(textIn(dutyRoom, sent)).toContain('未能完成')
  expect(await personBindings(db)).toEqual([])
})

test('a binding whose message went out just before a stop holds after it', async () => {
  const first = await open()
  await first.say('小王', null, `/绑定 ${await first.codeFor(tiedong)}`, claimed)
  const [binding] = await personBindings(first.db)
  await transact(first.db, async tx => {
    await unbindPerson(tx, tiedong)
    await awaitRemark(tx, { person: tiedong, remark: binding!.remark, issuedBy: duty })
  })
  await first.close()
  const second = await open({ directory: first.directory, time: '09:10' })
  await second.bot.pump()
  expect(await personBindings(second.db)).toMatchObject([{ person: tiedong, remark: binding!.remark }])
})
