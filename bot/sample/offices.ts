/** Counties whose full name nobody writes in a group. */
const usualNames: Record<string, string> = {
  伊通满族自治县: '伊通县',
  前郭尔罗斯蒙古族自治县: '前郭县',
  长白朝鲜族自治县: '长白县',
}

/** The city that a unit belongs to: the sample province's cities all have three characters. */
export const cityOf = (unit: string): string => unit.slice(0, 3)

/** A unit as people call it in its city's group: 铁东区, 伊通县; a city 四平市. */
function usualName(unit: string): string {
  const own = unit.slice(3)
  return own === '' ? unit : (usualNames[own] ?? own)
}

/** The bureau's name, in the way that the unit is used to writing it. */
export function officeOf(unit: string, habit: number): string {
  if (unit.endsWith('处')) return `省应急管理厅${unit}`
  const name = usualName(unit)
  const withCity = name === unit ? name : `${cityOf(unit)}${name}`
  return [`${withCity}应急管理局`, `${name}应急管理局`, `${name}应急局`][habit % 3]!
}

/** Where and as whom a unit reports. */
export const reporterOf = (unit: string): { room: string; from: string } =>
  unit.endsWith('处')
    ? { room: '处长工作群', from: `${unit}处长` }
    : { room: `${cityOf(unit)}日报报送群`, from: `${unit}报送员` }
