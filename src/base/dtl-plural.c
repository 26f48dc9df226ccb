/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The expression is read anew for each number: it is a line of text, asked for a few times a second. Reading is bounded
 * in depth, so that no file can exhaust the stack. */
#include "config.h"

#include "base/dtl-plural.h"

#include <string.h>

#define MAX_DEPTH 40
/* Rules repeat themselves after 100 at the latest; what is right so far is right. */
#define LAST_TRIED 220

/* Reader: where in the expression; what cannot be read sets @failed and counts as 0. */
typedef struct
{
  const char *at;
  uint64_t n;
  int depth;
  gboolean failed;
} Reader;

typedef struct
{
  const char *sign;
  int rank; /* those of a higher rank bind closer */
} Operator;

/* Longer signs before the shorter ones that they begin with. */
static const Operator operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 },
  { ">", 4 },  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static uint64_t read_choice (Reader *self);

static void
skip_blanks (Reader *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

static gboolean
take (Reader *self, const char *sign)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->at, sign))
    return FALSE;
  self->at += strlen (sign);
  return TRUE;
}

static uint64_t
fail (Reader *self)
{
  self->failed = TRUE;
  return 0;
}

static uint64_t
read_operand (Reader *self)
{
  uint64_t value;
  char *end;

  if (++self->depth > MAX_DEPTH)
    return fail (self);
  if (take (self, "!"))
    value = !read_operand (self);
  else if (take (self, "("))
    {
      value = read_choice (self);
      if (!take (self, ")"))
        fail (self);
    }
  else if (take (self, "n"))
    value = self->n;
  else if (g_ascii_isdigit (*self->at))
    {
      value = g_ascii_strtoull (self->at, &end, 10);
      self->at = end;
    }
  else
    value = fail (self);
  self->depth--;

  return value;
}

static const Operator *
take_operator (Reader *self, int lowest_rank)
{
  skip_blanks (self);
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      if (!g_str_has_prefix (self->at, operators[i].sign))
        continue;
      if (operators[i].rank < lowest_rank)
        return NULL;
      self->at += strlen (operators[i].sign);
      return &operators[i];
    }
  return NULL;
}

static uint64_t
divide (Reader *self, uint64_t a, uint64_t b, gboolean remainder)
{
  if (b == 0)
    return fail (self);
  return remainder ? a % b : a / b;
}

static uint64_t
compute (Reader *self, const Operator *op, uint64_t a, uint64_t b)
{
  switch (op - operators)
    {
    case 0:
      return a || b;
    case 1:
      return a && b;
    case 2:
      return a == b;
    case 3:
      return a != b;
    case 4:
      return a <= b;
    case 5:
      return a >= b;
    case 6:
      return a < b;
    case 7:
      return a > b;
    case 8:
      return a + b;
    case 9:
      return a - b;
    case 10:
      return a * b;
    default:
      return divide (self, a, b, op->sign[0] == '%');
    }
}

/* Operators of @lowest_rank or above, those of one rank from left to right. */
static uint64_t
read_operators (Reader *self, int lowest_rank)
{
  uint64_t value = read_operand (self);
  const Operator *op;

  while (!self->failed && (op = take_operator (self, lowest_rank)) != NULL)
    value = compute (self, op, value, read_operators (self, op->rank + 1));
  return value;
}

static uint64_t
read_choice (Reader *self)
{
  uint64_t condition, yes, no;

  if (++self->depth > MAX_DEPTH)
    return fail (self);
  condition = read_operators (self, 1);
  if (take (self, "?"))
    {
      yes = read_choice (self);
      if (!take (self, ":"))
        fail (self);
      no = self->failed ? 0 : read_choice (self);
      condition = condition ? yes : no;
    }
  self->depth--;

  return condition;
}

static gboolean
evaluate (const char *expression, uint64_t number, uint64_t *form)
{
  Reader reader = { .at = expression, .n = number };

  *form = read_choice (&reader);
  skip_blanks (&reader);
  return !reader.failed && (*reader.at == ';' || *reader.at == '\n' || *reader.at == '\0');
}

/**
 * dtl_plural_parse:
 * @self: (out caller-allocates): the rule; it borrows from @text
 * @text: "nplurals=3; plural=…;", ended by a semicolon, a line's end or the end
 *
 * Returns: whether @text is a rule that gives a form for every number
 */
gboolean
dtl_plural_parse (DtlPlural *self, const char *text)
{
  Reader reader = { .at = text };
  uint64_t form;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  *self = (DtlPlural){ 0 };
  if (!take (&reader, "nplurals") || !take (&reader, "="))
    return FALSE;
  skip_blanks (&reader);
  self->n_forms = g_ascii_isdigit (*reader.at) ? (guint) (*reader.at++ - '0') : 0;
  if (self->n_forms < 1 || self->n_forms > DTL_PLURAL_MAX_FORMS || !take (&reader, ";") || !take (&reader, "plural") ||
      !take (&reader, "="))
    return FALSE;
  self->expression = reader.at;
  for (uint64_t number = 0; number <= LAST_TRIED; number++)
    if (!evaluate (self->expression, number, &form) || form >= self->n_forms)
      return FALSE;
  return TRUE;
}

/**
 * dtl_plural_form:
 * @self: a rule that was parsed
 * @number: how many
 *
 * Returns: which form goes with @number, from 0
 */
guint
dtl_plural_form (const DtlPlural *self, uint64_t number)
{
  uint64_t form;

  g_return_val_if_fail (self != NULL && self->expression != NULL, 0);

  return evaluate (self->expression, number, &form) && form < self->n_forms ? (guint) form : 0;
}
