/**
 * The language of rules: a small subset of JsonLogic over whole numbers and yes/no, the same as the service's
 * (functions/giaoban/campaign/expression.py). schemas/vectors/rules.json holds the examples that both answer alike.
 */

/** @typedef {import('../types').Expression} Expression */
/** @typedef {import('../types').Value} Value */
/** @typedef {import('../types').Values} Values */

/** @type {Record<string, (parts: Value[]) => Value>} */
const OPERATORS = {
  '+': (parts) => parts.reduce((/** @type {number} */ sum, part) => sum + Number(part), 0),
  '*': (parts) => parts.reduce((/** @type {number} */ product, part) => product * Number(part), 1),
  '-': ([a, b]) => Number(a) - Number(b),
  '==': ([a, b]) => a === b,
  '!=': ([a, b]) => a !== b,
  '<': ([a, b]) => Number(a) < Number(b),
  '<=': ([a, b]) => Number(a) <= Number(b),
  '>': ([a, b]) => Number(a) > Number(b),
  '>=': ([a, b]) => Number(a) >= Number(b),
  and: (parts) => parts.every(Boolean),
  or: (parts) => parts.some(Boolean),
  '!': ([part]) => !part,
};

/**
 * The names an expression reads.
 * @param {Expression} expression
 * @returns {string[]}
 */
export function variables(expression) {
  if (typeof expression !== 'object') return [];
  const [operator, operands] = only(expression);
  return operator === 'var' ? [String(operands[0])] : operands.flatMap(variables);
}

/**
 * Whether the rule holds; null when it does not apply because a value it names is blank (blank is not 0).
 * @param {Expression} expression
 * @param {Values} values
 * @returns {boolean | null}
 */
export function holds(expression, values) {
  const known = variables(expression).every((name) => Object.prototype.hasOwnProperty.call(values, name));
  return known ? Boolean(evaluate(expression, values)) : null;
}

/** @param {Expression} expression @param {Values} values @returns {Value} */
function evaluate(expression, values) {
  if (typeof expression !== 'object') return expression;
  const [operator, operands] = only(expression);
  if (operator === 'var') return /** @type {Value} */ (values[String(operands[0])]);
  const apply = OPERATORS[operator];
  if (!apply) throw new TypeError(`no operator is called ${operator}`);
  return apply(operands.map((part) => evaluate(part, values)));
}

/** @param {Exclude<Expression, Value>} expression @returns {[string, Expression[]]} */
function only(expression) {
  const [operator, operand] = /** @type {[string, any]} */ (Object.entries(expression)[0]);
  return [operator, Array.isArray(operand) ? operand : [operand]];
}
