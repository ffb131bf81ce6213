using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Optimizer.Domain.Attribution;

namespace Optimizer.Workflows.Attribution;

/// <summary>
/// Reads events as they are sent: JSON objects with exactly the fields of <see cref="EventText.Fields"/>, of which <c>ts</c>, <c>exp_id</c>,
/// <c>variant</c>, <c>event</c> and <c>session_id</c> are needed; another field is refused by its name. Not safe for several threads.
/// </summary>
public sealed class EventReader
{
    private const int LongestShown = 40;

    private readonly TextPool _pool = new();

    /// <summary>Reads one object. An id that is absent is read as empty text: whoever asks may derive one.</summary>
    /// <param name="utf8">The object; nothing may follow it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="problem">Why it is none, with what would be right.</param>
    public bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out AttributionEvent? happened, out EventAnswer problem)
    {
        (happened, problem) = (null, default);
        var json = new Utf8JsonReader(utf8);
        try
        {
            // What follows the object is found by reading on.
            return json.Read() && TryRead(ref json, out happened, out problem) && !json.Read();
        }
        catch (JsonException broken)
        {
            happened = null;
            return Refuse(EventCodes.Unreadable, $"this is no JSON: {Place(broken)}", out problem);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped, or bytes that are no UTF-8.
            happened = null;
            return Refuse(EventCodes.BadText, "a text is not valid Unicode", out problem);
        }
    }

    /// <summary>The event that <see cref="EventText.Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static AttributionEvent Parse(string text) =>
        new EventReader().TryRead(Encoding.UTF8.GetBytes(text), out var happened, out var problem)
            ? happened
            : throw new FormatException($"{problem.Why}: {text}");

    /// <summary>The event of fields that were parted already, as in a table; absent ones are empty.</summary>
    /// <param name="fields">Of the row.</param>
    /// <param name="happened">The event.</param>
    /// <param name="problem">Why it is none.</param>
    public bool TryRead(IEventFields fields, [NotNullWhen(true)] out AttributionEvent? happened, out EventAnswer problem)
    {
        ArgumentNullException.ThrowIfNull(fields);
        happened = null;
        decimal? value = null;
        var amount = fields[5];
        if (!amount.IsEmpty)
        {
            if (!decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number))
            {
                return Refuse(EventCodes.Unreadable, $"value {Shown(amount)} is no number", out problem);
            }

            value = number;
        }

        if (!TryMoment(fields[1], out var at, out problem))
        {
            return false;
        }

        happened = new()
        {
            Id = Encoding.UTF8.GetString(fields[0]),
            At = at,
            Experiment = _pool.Of(fields[2]),
            Variant = _pool.Of(fields[3]),
            Event = _pool.Of(fields[4]),
            Value = value,
            Unit = Encoding.UTF8.GetString(fields[6]),
            Path = _pool.Of(fields[7]),
        };
        return true;
    }

    private bool TryRead(ref Utf8JsonReader json, out AttributionEvent? happened, out EventAnswer problem)
    {
        happened = null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return Refuse(EventCodes.Unreadable, "this is no JSON object", out problem);
        }

        var (id, experiment, variant, name, unit, path) = ("", "", "", "", "", "");
        DateTimeOffset at = default;
        decimal? value = null;
        var seen = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Field(ref json);
            if (field < 0)
            {
                return Refuse(EventCodes.Unreadable, $"there is no field {Shown(json.ValueSpan)}; the fields are {string.Join(", ", EventText.Fields)}", out problem);
            }

            if ((seen & (1 << field)) != 0)
            {
                return Refuse(EventCodes.Unreadable, $"field '{EventText.Fields[field]}' stands there twice", out problem);
            }

            seen |= 1 << field;
            _ = json.Read();
            if (json.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (field == 5)
            {
                if (json.TokenType != JsonTokenType.Number || !json.TryGetDecimal(out var number))
                {
                    return Refuse(EventCodes.Unreadable, $"value {Shown(json.ValueSpan)} is no number that can be summed exactly; write it as 12.5, without quotes", out problem);
                }

                value = number;
                continue;
            }

            if (json.TokenType != JsonTokenType.String)
            {
                return Refuse(EventCodes.Unreadable, $"field '{EventText.Fields[field]}' is no text", out problem);
            }

            switch (field)
            {
                case 0: id = json.GetString()!; break;
                case 1:
                    if (!TryMoment(json.ValueIsEscaped ? Encoding.UTF8.GetBytes(json.GetString()!) : json.ValueSpan, out at, out problem))
                    {
                        return false;
                    }

                    break;
                case 2: experiment = Pooled(ref json); break;
                case 3: variant = Pooled(ref json); break;
                case 4: name = Pooled(ref json); break;
                case 6: unit = json.GetString()!; break;
                default: path = Pooled(ref json); break;
            }
        }

        if ((seen & 2) == 0 || at == default)
        {
            return Refuse(EventCodes.MissingField, "ts is missing; write when it happened, as 2026-03-01T08:15:00Z", out problem);
        }

        happened = new() { Id = id, At = at, Experiment = experiment, Variant = variant, Event = name, Value = value, Unit = unit, Path = path };
        problem = default;
        return true;
    }

    private string Pooled(ref Utf8JsonReader json) => json.ValueIsEscaped ? json.GetString()! : Plain(json.ValueSpan);

    // The pool takes bytes as they are; what is no UTF-8 must not become a text with signs in its place.
    private string Plain(ReadOnlySpan<byte> utf8) => System.Text.Unicode.Utf8.IsValid(utf8) ? _pool.Of(utf8) : throw new InvalidOperationException("no UTF-8");

    private static int Field(ref Utf8JsonReader json) => json.ValueIsEscaped ? EscapedField(ref json) : json.ValueSpan.Length switch
    {
        2 => json.ValueTextEquals("id"u8) ? 0 : json.ValueTextEquals("ts"u8) ? 1 : -1,
        4 => json.ValueTextEquals("path"u8) ? 7 : -1,
        5 => json.ValueTextEquals("event"u8) ? 4 : json.ValueTextEquals("value"u8) ? 5 : -1,
        6 => json.ValueTextEquals("exp_id"u8) ? 2 : -1,
        7 => json.ValueTextEquals("variant"u8) ? 3 : -1,
        10 => json.ValueTextEquals("session_id"u8) ? 6 : -1,
        _ => -1,
    };

    private static int EscapedField(ref Utf8JsonReader json)
    {
        for (var field = 0; field < EventText.Fields.Count; field++)
        {
            if (json.ValueTextEquals(EventText.Fields[field]))
            {
                return field;
            }
        }

        return -1;
    }

    private static bool TryMoment(ReadOnlySpan<byte> text, out DateTimeOffset at, out EventAnswer problem)
    {
        problem = default;
        return EventMoment.TryParse(text, out at)
            || (text.IsEmpty
                ? Refuse(EventCodes.MissingField, "ts is missing; write when it happened, as 2026-03-01T08:15:00Z", out problem)
                : Refuse(EventCodes.Unreadable, $"ts {Shown(text)} is no moment; write it as 2026-03-01T08:15:00Z", out problem));
    }

    private static string Place(JsonException broken) => broken.BytePositionInLine is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"it breaks at byte {at + 1}")
        : "it breaks off";

    private static string Shown(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * LongestShown)]);
        return shown.Length <= LongestShown ? $"'{shown}'" : $"'{shown[..LongestShown]}...'";
    }

    private static bool Refuse(string code, string why, out EventAnswer problem)
    {
        problem = new(EventAnswerKind.Quarantined, code, why);
        return false;
    }
}
