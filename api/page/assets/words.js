/* The words of the field in both languages, and how stances look. */

export const LEVELS = [
  ["EXECUTIVE", "Executive", "高层"],
  ["SENIOR", "Senior", "中高层"],
  ["MIDDLE", "Middle", "中层"],
  ["STAFF", "Staff", "基层"],
  ["UNKNOWN", "Level unknown", "未知"],
];

export const LINES = [
  ["MANAGEMENT", "Management", "管理线"],
  ["TECHNICAL", "Technical", "技术线"],
  ["PROCUREMENT", "Procurement", "采购线"],
  ["FINANCE", "Finance", "财务线"],
  ["USER", "Users", "用户线"],
  ["OTHER", "Other", "其他"],
];

/* stance: words, Chinese, sign inside the circle (colour is never the only mark) */
export const STANCES = {
  MENTOR: ["Mentor", "引路人", "++"],
  SUPPORTER: ["Supporter", "支持", "+"],
  NEUTRAL: ["Neutral", "中立", "0"],
  NON_SUPPORTER: ["Non-supporter", "不支持", "−"],
  OPPONENT: ["Opponent", "反对", "−−"],
  UNKNOWN: ["Stance unknown", "未知", "?"],
};

export const STAGES = {
  QUALIFICATION: ["Qualification", "准入"],
  SPECIFICATION: ["Specification", "标书拟定"],
  EVALUATION: ["Evaluation", "评标打分"],
  APPROVAL: ["Approval", "拍板"],
};

export const PARTS = {
  LEADS: ["leads", "主导"],
  PARTICIPATES: ["takes part", "参与"],
  CONSULTED: ["is consulted", "被咨询"],
};

export const STATUSES = {
  GREEN: ["Green", "绿"],
  AMBER: ["Amber", "黄"],
  RED: ["Red", "红"],
  MISSING: ["Nobody", "缺失"],
};

export const SEVERITIES = {
  CRITICAL: ["Critical", "严重"],
  HIGH: ["High", "高"],
  MODERATE: ["Moderate", "中"],
  LOW: ["Low", "低"],
};

export const EDGE_KINDS = {
  TIE: ["Ties", "客户关系"],
  INFLUENCES: ["Influence", "影响"],
  REPORTS_TO: ["Reporting", "汇报"],
  CONFLICTS_WITH: ["Rivalry", "对立"],
};

export const STEP_WORDS = {
  TIE: "knows",
  INFLUENCES: "is listened to by",
  REPORTS_TO: "is heard through the reporting line by",
  DOTTED_REPORTS_TO: "is heard through the dotted line by",
};

export const POWERS = {
  INNER_CIRCLE: ["Inner circle", "核心圈"],
  POLITICAL_STRUCTURE: ["Political structure", "权力层"],
  OUTSIDE: ["Outside", "圈外"],
  UNKNOWN: ["Power unknown", "未知"],
};

export const TAGS = {
  RISING_STAR: ["rising star", "明日之星"],
  RETIRED_INFLUENCER: ["retired, still listened to", "离退休高层"],
  GATEKEEPER: ["gatekeeper", "把关人"],
};

export const FINDINGS = {
  UNCOVERED_LINE: "线未覆盖",
  LINE_BELOW_TARGET: "线低于目标",
  UNCOVERED_DEPARTMENT: "部门未覆盖",
  UNCOVERED_KEY_PERSON: "关键人未覆盖",
  SINGLE_HELD_KEY_PERSON: "关键人单线联系",
  SILENT_KEY_PERSON: "关键人久未联系",
  TRUST_BELOW_TARGET: "信任低于目标",
  MISSING_STAGE: "环节无人",
  UNKNOWN_STANCE: "态度未知",
  LEVEL_UNMATCHED: "层级未对接",
  FUNCTION_UNMATCHED: "职能未对接",
  NO_JOINT_EVENT: "无联合活动",
  SUCCESSORS_UNCOVERED: "继任者未覆盖",
  SINGLE_HELD: "单线联系",
  CHOKE_POINT: "必经之人",
};

/** Words of an enumeration's member; the member itself when it is a new one. */
export function words(table, member) {
  return table[member] ?? [String(member ?? "—"), ""];
}

export function both(table, member) {
  const [english, chinese] = words(table, member);
  return chinese ? `${english} ${chinese}` : english;
}

export function percent(share) {
  return share === null || share === undefined ? "—" : `${Math.round(share * 100)} %`;
}

export function sentenceCase(member) {
  const text = member.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function money(value, currency) {
  if (value === null || value === undefined) {
    return "";
  }
  const amount = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value);
  return currency ? `${amount} ${currency}` : amount;
}

/** Of which day the exchange rates are that a sum was converted by; null where it was by none of a day. */
export function ratesOf({ ratesOn }) {
  return ratesOn ? [`at rates of ${ratesOn}`, "按当日汇率"] : null;
}

/** Money as in `amountAtRisk`, and of which day its rates are. */
export function moneyAtRisk(found) {
  return [amountAtRisk(found), ratesOf(found)?.join(" ")].filter(Boolean).join(", ");
}

/** Money of one currency or, where currencies cannot be added, of each. */
export function amountAtRisk({ valueAtRisk, currency, amounts }) {
  if (valueAtRisk !== null) {
    return valueAtRisk === 0 ? "none" : money(valueAtRisk, currency);
  }
  return amounts.length ? amounts.map((amount) => money(amount.value, amount.currency)).join(" + ") : "not known";
}

/** The same as a part of a sentence. */
export function atRisk(found) {
  const said = amountAtRisk(found);
  const rates = ratesOf(found);
  return { none: "no money at risk", "not known": "money at risk not known" }[said] ?? `${said} at risk${rates ? ` (${rates.join(" ")})` : ""}`;
}

/** What somebody is called; a seat without a known holder by its key. */
export function called(node) {
  return node.name ?? `(open seat ${node.key})`;
}
