/** Industries 行业 under the department's direct supervision, in the order of every table. */
export const industries = ['煤矿', '非煤矿山', '危险化学品', '烟花爆竹', '工贸'] as const
export type Industry = (typeof industries)[number]

/** What stands in a table where a report did not tell its industry. */
export const unstatedIndustry = '行业未注明'

/** The province 省 as a unit, and the name under which its own inspections 省本级 appear. */
export const province = '吉林省'
export const provincialLevel = '省本级'

/** Levels of an inspection 检查级别: who inspects whom. */
export const inspectionLevels = ['省级抽查', '市级督查', '县级督查', '企业自查'] as const
export type InspectionLevel = (typeof inspectionLevels)[number]

/** Manners of inspecting 检查方式; one inspection may have several. */
export const inspectionManners = ['线上', '线下', '夜查', '四不两直', '双随机', '干部+专家'] as const
export type InspectionManner = (typeof inspectionManners)[number]
