import { shanghai } from './format.js'
import { model, myself, roomOf } from './model.js'

/** A report as units send it, filled in for my unit or, where I have none, for the unit of the open room. */
export const filledReport = () => {
  const unit = myself()?.unit ?? unitOfRoom() ?? '四平市铁东区'
  const bureau = `${unit}${unit.endsWith('省') ? '应急管理厅' : '应急管理局'}`
  const today = shanghai(model.clock.now).date
  const deadline = shanghai(new Date(Date.parse(model.clock.now) + 7 * 24 * 3600 * 1000).toISOString()).date
  return [
    `${today}监督检查情况`,
    `检查单位：${bureau}`,
    '受检单位：鑫源机械加工厂',
    '行业：工贸',
    `检查地点：${unit}开发大街66号`,
    '发现的问题隐患：1.车间配电箱未上锁；2.二楼安全出口堆放杂物；3.两具灭火器压力不足',
    '检查人员：王立新、李红岩',
    `整改情况：1、2项已整改，3项限期${deadline}前整改`,
  ].join('\n')
}

const unitOfRoom = () => model.rooms.find(room => room.name === roomOf(model.open))?.jurisdiction
