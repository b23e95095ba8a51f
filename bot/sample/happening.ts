import type { Visit } from './facts.ts'

/** A line of the sample day, in the shape that `replay` reads. */
export interface SampleLine {
  /** ISO 8601 in +08:00. */
  at: string
  room?: string
  /** Said to the bot directly 私聊, in no room. */
  private?: true
  from?: string
  text?: string
  id?: string
  /** Id of the message that this one quotes. */
  quote?: string
  /** Words of the bot's message that this one quotes: those have no ids. */
  quotedText?: string
  /** Id of the message that its sender withdraws 撤回. */
  recall?: string
}

/**
 * What a message of the sample day truly is, known beforehand: `counted` in the daily report, `afterwards` in the
 * corrected edition only, `superseded` in the first one only, `uncounted` because it is refused, replaced or taken back.
 */
export type Truth =
  | {
      kind: 'report'
      unit: string
      visits: Visit[]
      fate: 'counted' | 'afterwards' | 'superseded' | 'uncounted'
    }
  | { kind: 'chat' }
  | { kind: 'order' }

/** A line beside what it truly is. A report without visits is a zero report 零报告. */
export interface Happening {
  line: SampleLine
  truth: Truth
}

/** Somebody in some place. */
export interface Speaker {
  /** Null in a direct message. */
  room: string | null
  from: string
}

/** Makes happenings of one date; each time is a time of day HH:MM:SS. */
export function happeningsOn(date: string) {
  const line = (
    time: string,
    speaker: Speaker,
    text: string,
    more: Partial<SampleLine> = {},
  ): SampleLine => ({
    at: `${date}T${time}+08:00`,
    ...(speaker.room === null ? { private: true as const } : { room: speaker.room }),
    from: speaker.from,
    text,
    ...more,
  })
  return {
    date,
    chat: (time: string, speaker: Speaker, text: string): Happening => ({
      line: line(time, speaker, text),
      truth: { kind: 'chat' },
    }),
    order: (time: string, speaker: Speaker, text: string, more: Partial<SampleLine> = {}): Happening => ({
      line: line(time, speaker, text, more),
      truth: { kind: 'order' },
    }),
    report: (
      time: string,
      speaker: Speaker,
      text: string,
      truth: Omit<Truth & { kind: 'report' }, 'kind'>,
      more: Partial<SampleLine> = {},
    ): Happening => ({ line: line(time, speaker, text, more), truth: { kind: 'report', ...truth } }),
    recall: (time: string, id: string): Happening => ({
      line: { at: `${date}T${time}+08:00`, recall: id },
      truth: { kind: 'order' },
    }),
    clock: (time: string): Happening => ({ line: { at: `${date}T${time}+08:00` }, truth: { kind: 'order' } }),
  }
}

export type Scribe = ReturnType<typeof happeningsOn>
