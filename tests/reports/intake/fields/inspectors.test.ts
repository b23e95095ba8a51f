import { expect, it } from 'vitest'
import { readInspectors } from '../../../../reports/intake/fields/inspectors.ts'

it.each([
  ['张三、李四', ['张三', '李四'], null, 2],
  ['张三 李四', ['张三', '李四'], null, 2],
  ['张三，李四等5人', ['张三', '李四'], null, 5],
  ['张 三、欧阳修', ['张三', '欧阳修'], null, 2],
  ['张三和李四', ['张三', '李四'], null, 2],
  ['王和平', ['王和平'], null, 1],
  ['组长：张三 组员：李四、王五', ['张三', '李四', '王五'], null, 3],
  ['张三（执法证号07030012）、李四（专家）', ['张三', '李四'], null, 2],
  ['共3人：张三、李四、王五', ['张三', '李四', '王五'], null, 3],
  ['3人', [], null, 3],
  ['两名执法人员', [], null, 2],
  ['2组5人次', [], 2, 5],
  ['2个检查组，5人（次）', [], 2, 5],
  ['', [], null, null],
])('%s', (text, names, teams, personTimes) => {
  expect(readInspectors(text)).toEqual({ names, teams, personTimes })
})
