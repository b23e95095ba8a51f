import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readProse } from '../../../../reports/intake/prose/prose.ts'
import { gazetteer } from '../conversation.ts'

const words = [
  ...'对 到 赴 在 检查 抽查 发现 查出 存在 的 ， 。 ； ： 、 （ ） “ ” 《 》 1. （1） ① 一是 二是'.split(' '),
  ...'红星加油站 宏达机械厂有限公司 铁东区应急管理局 张三 李四 5人 2项隐患 灭火器过期 未接地 缺失'.split(' '),
  ...'已整改 均 责令5月25日前整改 罚款2万元 立案1起 停产 未发现隐患 位于一马路的 5月18日 今天 四不两直'.split(
    ' ',
  ),
  '\n',
  ' ',
  '',
]

it('never throws, and leaves no value empty', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 80,
    })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(text, told => {
      const values = readProse(told, gazetteer)
      expect(values).toEqual(readProse(told, gazetteer))
      for (const { value } of values) expect(value).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})

it.each([...words.filter(word => word !== ''), '发现隐患2项：', '有', '共', '到红星加油站，', '已整改，'])(
  'takes 20,000 characters of %j in its stride',
  part => {
    for (const head of ['', '对红星加油站检查，发现', '对红星加油站检查，发现灭火器过期，已整改。']) {
      // A pattern that backtracks without end would run into the test's own limit.
      expect(() => readProse(`${head}${part.repeat(20_000 / part.length)}`, gazetteer)).not.toThrow()
    }
  },
)
