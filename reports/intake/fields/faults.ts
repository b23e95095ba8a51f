/** Words that make a fault of what stands before or after them; 不 and 没 do so with whatever follows. */
const words = `不(?!锈钢|干胶|间断|动产) 未 没(?!收) 无 非 缺 失效 失灵 失压 失修 失联 失控 欠压 欠缺 过期 超期 超限 超标 超量 超员 超载 超负荷 超温 超压
  超层越界 越界 逾期 到期 破损 破裂 破坏 损坏 损毁 坏 老化 龟裂 脱落 脱皮 锈蚀 生锈 腐蚀 堵塞 堵占 占用 遮挡 松动 松脱 松弛 裸露 外露 漏(?!电保护|电开关|斗)
  泄露 渗 私拉 乱拉 乱接 私接 混放 混存 混装 混堆 混用 乱堆 乱放 堆放 堆积 存放 积尘 积水 积灰 积油 积碳 积煤 违规 违章 违反 违法 擅自 故障 断裂 断开 断电 断线
  断股 断丝 黑屏 离线 掉线 报错 变形 开裂 裂纹 裂缝 模糊 褪色 掉落 倾斜 塌陷 坍塌 下沉 片帮 冒顶 偏低 偏高 偏差 偏离 较少 过少 过低 过高 过大 过小 过近 过长
  太近 太多 太少 太低 太高 滞后 敞开 常开 上锁 锁闭 锁死 封堵 拆除 停用 停运 退出 旁路 摘除 切除 屏蔽 杂乱 混乱 凌乱 随意 脏乱 错误 有误 短缺 薄弱 空白 虚假 造假
  代签 补签 断档 低于 高于 小于 大于 少于 多于 吸烟 单一 误差 异常 串岗 脱岗 睡岗 离岗 打滑 跑偏 磨损 卡阻 卡滞 卡住 悬挂 缠绕 结冰 串联 共用 代替 替代 沉积 挡住 被挡
  压住 板结 耗尽 拖地 受潮 浸水 翘起 凹陷 散落 倒伏 重叠 倒塌 短路 烧蚀 发热`
const fault = new RegExp(words.trim().split(/\s+/).join('|'))
/** 无锡, 非煤, 未来: these say nothing wrong. */
const harmless = /非煤|未来|无人机|无缝|无纺|不锈钢|不干胶|无锡|非金属|非标|无烟煤|无损/g

/** Whether a text says by itself that something is wrong 隐患: 灭火器过期, 未建立台账; not 灭火器. */
export const statesFault = (text: string): boolean => fault.test(text.replace(harmless, ''))

/** A clause that goes on with the fault before it: 存在触电风险, 且未更换, 共2具. */
const goesOn =
  /^(?:存在.{0,12}(?:风险|可能|危险)|易|容易|可能|导致|造成|致使|引发|且|并|仍|也|即|但|而|影响|不利于|不能保证|无法保证|不符合|不满足|违反|依据|根据|按照|应|需|须|其中|如|包括|例如|现有|仅|只|共|约|数量|位于|型号|距离|达|达到|低于|高于|大于|小于|超过|（|\(|\d)/

/** Joins to each fault what belongs to it; a part without a fault of its own belongs to the next. */
function group(parts: string[], joint: string): string[] {
  const faults: string[] = []
  let open: string[] = []
  for (const part of parts) {
    if (open.length === 0 && faults.length > 0 && goesOn.test(part)) {
      faults[faults.length - 1] += joint + part
      continue
    }
    open.push(part)
    if (!statesFault(part)) continue
    faults.push(open.join(joint))
    open = []
  }
  if (open.length > 0) {
    if (faults.length === 0) return [open.join(joint)]
    faults[faults.length - 1] += joint + open.join(joint)
  }
  return faults
}

/** Cuts at a mark, but not inside brackets, titles and quotation marks. */
function cut(text: string, marks: string): string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if ('（(《“【「'.includes(char)) depth++
    else if ('）)》”】」'.includes(char)) depth = Math.max(0, depth - 1)
    if (depth === 0 && marks.includes(char)) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** Longer runs are a narrative, not a list. */
const mostCharacters = 600

/**
 * Cuts running words into faults, each with a predicate of its own: 灭火器过期、配电箱未接地 are two, 灭火器、消火栓缺失 is
 * one. `count` is how many the text itself says that there are.
 */
export function splitFaults(text: string, count: number | null = null): string[] {
  if (text.length > mostCharacters) return [text]
  const byComma = group(cut(text, '，,'), '，')
  const byPause = byComma.flatMap(part => group(cut(part, '、'), '、'))
  if (count !== null) {
    for (const parts of [byComma, byPause, cut(text, '，,、')]) if (parts.length === count) return parts
    if (count === 1) return [text]
  }
  return byPause
}
