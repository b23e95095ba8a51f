/** Words of which a bare acknowledgement 收到 is made. */
const acknowledging =
  /好|收到|明白|知道|知悉|了解|清楚|遵照|照办|按要求|立即|马上|尽快|抓紧|安排|办理|执行|转发|传达|学习|谢谢|感谢|辛苦|领导|处长|同志|各位|大家|已|了|的|我们|我局|请|放心|是|嗯|阅|ok/giu

/** What was done is an answer, however short. */
const done = /整改|完成|落实|核实|核查|属实|无误/

/**
 * Whether what an officer says about a commentary or a verification, without the word 回应, can be meant as the answer:
 * not a bare acknowledgement such as 收到, nor a few words to a colleague.
 */
export function hasSubstance(text: string): boolean {
  const said = text.replace(/[@＠]\S+/g, '').replace(/[\p{P}\p{S}\s]/gu, '')
  if (done.test(said)) return true
  return [...said].length >= 6 && said.replace(acknowledging, '') !== ''
}
