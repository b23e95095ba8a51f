import type { Unit } from '../roster/roster.ts'

type Named = Pick<Unit, 'name' | 'shortName' | 'level' | 'headTitle' | 'governmentName'>

/** Zones 开发区 are run by a committee 管委会; 新区 is not one of the districts 区. */
const zone = /(?:开发区|新区|示范区|高新区|合作区|管委会|管理委员会)$/

/** What the head is called where the unit's name ends so. */
const titles: Record<string, string> = {
  省: '省长',
  州: '州长',
  市: '市长',
  县: '县长',
  旗: '旗长',
  区: '区长',
}

/**
 * To whom a letter 提示函 is addressed: the head of the local government 属地政府主要负责人 by the name and title of the
 * roster, else by those which go with the unit's name: 四平市铁东区人民政府区长, 梨树县人民政府县长, 长春新区管委会主任.
 */
export function governmentHead(unit: Named): string {
  const { headTitle, governmentName } = unit
  if (governmentName !== undefined) {
    const title = headTitle?.replace(/^(?:人民政府|管委会|管理委员会)/u, '') ?? titleOf(unit.name)
    return `${governmentName}${title}`
  }
  const name = placeOf(unit)
  if (headTitle !== undefined && /政府|管委会|管理委员会/.test(headTitle)) return `${name}${headTitle}`
  const title = headTitle ?? titleOf(name)
  if (!/主任$/.test(title)) return `${name}人民政府${title}`
  return /(?:管委会|管理委员会)$/.test(name) ? `${name}${title}` : `${name}管委会${title}`
}

/** A county or a city below another has a government by its own name, a district by that of its city as well. */
const placeOf = ({ name, shortName, level }: Named): string =>
  level === 'county' && /[县旗市]$/u.test(shortName) ? shortName : name

const titleOf = (name: string): string => (zone.test(name) ? '主任' : (titles[name.at(-1)!] ?? '主要负责人'))

/** How the letter speaks of the addressee's place: 你市, 你州, 你县, 你区, 你委. */
export function yourPlace({ name }: Pick<Unit, 'name'>): string {
  if (/(?:管委会|管理委员会)$/.test(name)) return '你委'
  const last = name.at(-1)!
  return last in titles ? `你${last}` : '你地'
}
