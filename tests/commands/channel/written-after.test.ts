import { expect, test } from 'vitest'
import { writtenAfter } from '../../../commands/channel/written-after.ts'
import { commands } from '../../../commands/index.ts'
import { createRouter } from '../../../commands/route.ts'

const route = createRouter(commands)

test.each(['acde7634', '7acde634', '79346793', 'Ａ7ＣＤ', '７ＡＣＤ'])(
  'the code %s is read whole and once, with and without a space before it',
  code => {
    for (const text of [`/绑定${code}`, `／绑定 ${code}`]) {
      const found = route(text)
      if (found.kind !== 'command') throw new Error(found.kind)
      expect(writtenAfter('绑定', text, found.args).join('').normalize('NFKC').toLowerCase()).toBe(
        code.normalize('NFKC').toLowerCase(),
      )
    }
  },
)
