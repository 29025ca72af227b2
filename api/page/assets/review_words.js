/* The words of the risk review in both languages. */

export const TERMS = {
  tie: ["Existing tie", "现有关系"],
  colleagues: ["Knows the department", "认识同部门"],
  line: ["Same line", "同条线"],
  level: ["Level", "层级"],
  load: ["Spare load", "余力"],
  relation: ["Relation to the seat", "与岗位的关系"],
  department: ["Same department", "同部门"],
  rising_star: ["Rising star", "明日之星"],
  team_above: ["Same team above", "同属上级团队"],
  title: ["Title alike", "职务名称相近"],
  team_size: ["Team of like size", "团队规模相近"],
  tenure: ["Time with the customer", "在职时间"],
  dotted_lines: ["Same dotted-line managers", "虚线上级相同"],
  lines: ["Lines", "条线"],
  departments: ["Departments touched", "部门覆盖"],
  rising_stars_and_gatekeepers: ["Rising stars and gatekeepers", "明日之星与把关人"],
  levels: ["Levels matched", "分层对接"],
  agreement: ["Agreement", "协议"],
  joint_event: ["Joint event", "联合活动"],
};

export const LAYERS = {
  key: ["Key", "关键客户关系"],
  general: ["General", "普遍客户关系"],
  organizational: ["Organizational", "组织客户关系"],
};

export const HANDOVER_STATUSES = {
  ORPHANED: ["No live tie left", "无人联系"],
  WEAKENED: ["Weakened", "关系减弱"],
};

export const UNASSIGNED_REASONS = {
  NO_CANDIDATE: ["nobody of ours is left there", "客户内无同事"],
  LEVEL_TOO_LOW: ["all of ours there stand too far below", "同事层级过低"],
  TOO_WEAK: ["none of ours there fits well enough", "匹配度过低"],
  NO_CAPACITY: ["those who fit have no room left", "接手人已满"],
};

export const OBSTACLES = {
  LEVEL_TOO_LOW: ["stands too far below", "层级过低"],
  TOO_WEAK: ["too weak a fit", "匹配度过低"],
};

export const SOLVERS = {
  LINEAR_SUM_ASSIGNMENT: ["no other plan has a larger sum", "总和最大"],
  MIN_COST_FLOW: ["no other plan has a larger sum", "总和最大"],
  GREEDY: ["the best pair first: another plan may have a larger sum", "贪心分配"],
};

export const RELATIONS = {
  ACTING_MANAGER: ["own manager, acting", "直属上级代理"],
  PEER: ["peer", "同级"],
  DIRECT_REPORT: ["direct report", "直接下属"],
  DOTTED_REPORT: ["dotted-line report", "虚线下属"],
  MANAGER_ABOVE: ["manager above", "上级的上级"],
  RISING_STAR: ["rising star of the department", "部门明日之星"],
};

export const PAIRS = {
  MATCHED: ["Matched", "对等"],
  OVER_LEVEL: ["Ours is above", "我方偏高"],
  UNDER_LEVEL: ["Ours is below", "我方偏低"],
  UNKNOWN_LEVEL: ["A level is not known", "层级未知"],
};

export const AGREEMENTS = {
  STRATEGIC: ["Strategic agreement", "战略合作协议"],
  JOINT_INNOVATION: ["Joint innovation centre", "联合创新中心"],
  FRAMEWORK: ["Framework contract", "框架合同"],
  SERVICE: ["Service contract", "服务合同"],
};

export const INTERACTIONS = {
  MEETING: ["Meeting", "会议"],
  CALL: ["Call", "电话"],
  MAIL: ["Mail", "邮件"],
  VISIT: ["Visit", "拜访"],
  EXCHANGE: ["Exchange", "交流"],
  SUMMIT: ["Summit", "峰会"],
  SHOWROOM: ["Showroom tour", "展厅参观"],
  TRAINING: ["Training", "培训"],
  CEREMONY: ["Ceremony", "仪式"],
};

export const CHANGES = {
  PERSON_JOINED: ["People who joined", "新增人员"],
  PERSON_LEFT: ["People who left", "离开人员"],
  PERSON_MOVED: ["People who moved", "调岗人员"],
  TIE_OPENED: ["Ties opened", "新建关系"],
  TIE_ENDED: ["Ties ended", "结束关系"],
  TIE_STRENGTHENED: ["Ties strengthened", "关系增强"],
  TIE_GONE_COLD: ["Ties gone cold", "关系冷却"],
  STANCE_TURNED: ["Stances turned", "态度转变"],
  FINDING_APPEARED: ["Findings that appeared", "新增风险"],
  FINDING_DISAPPEARED: ["Findings that disappeared", "消除风险"],
};

export const WORK_STATES = {
  OPEN: ["Open", "待处理"],
  ACKNOWLEDGED: ["Acknowledged", "已确认"],
  SNOOZED: ["Snoozed", "已推迟"],
  RESOLVED: ["Resolved", "已解决"],
};

export const WORK_ACTIONS = {
  ACKNOWLEDGE: ["Acknowledge", "确认"],
  ASSIGN: ["Assign", "指派"],
  SNOOZE: ["Snooze", "推迟"],
  RESOLVE: ["Resolve", "解决"],
  REOPEN: ["Reopen", "重新打开"],
};

export const ORDERS = {
  SEVERITY: ["Severity", "严重程度"],
  VALUE_AT_RISK: ["Value at risk", "风险金额"],
  FINDINGS: ["Findings", "风险数"],
  KEY_INDEX: ["Key index, lowest first", "关键关系指数"],
  GENERAL_INDEX: ["General index, lowest first", "普遍关系指数"],
  ORGANIZATIONAL_INDEX: ["Organizational index, lowest first", "组织关系指数"],
  NAME: ["Name", "名称"],
};

export const GRADES = {
  S: ["S", "战略"],
  A: ["A", "伙伴"],
  B: ["B", "普通"],
  C: ["C", "一般"],
};
