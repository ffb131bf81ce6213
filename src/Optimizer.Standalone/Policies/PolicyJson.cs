using System.Text.Json.Nodes;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Policies;

/// <summary>The policy commands as one JSON document each.</summary>
internal static class PolicyJson
{
    public static JsonObject Of(string slug, EffectivePolicy policy, IReadOnlyList<PolicyKey> keys) => new()
    {
        ["policy"] = policy.Version,
        ["play"] = slug.Length == 0 ? null : slug,
        ["profile"] = ProfileNames.Of(policy.Profile),
        ["site"] = policy.Site,
        ["page"] = policy.Page,
        ["values"] = new JsonArray([.. keys.Select(key => Value(key, policy.Values[key.Name]))]),
        ["further_start_limits"] = new JsonArray([.. policy.StartLimits.Select(limit =>
            (JsonNode)new JsonObject { ["max"] = limit.Max, ["days"] = limit.Days, ["source"] = limit.Source })]),
    };

    public static JsonObject Of(string file, PolicyBook book, IReadOnlyList<PolicyFinding> findings) => new()
    {
        ["file"] = file,
        ["policy"] = book.Version,
        ["findings"] = new JsonArray([.. findings.Select(finding => (JsonNode)new JsonObject
        {
            ["kind"] = JsonValues.Name(finding.Kind),
            ["place"] = finding.Place,
            ["key"] = finding.Key,
            ["problem"] = finding.Problem,
        })]),
    };

    public static JsonObject Of(PolicyBook book, IReadOnlyList<SimulatedRuling> simulated) => new()
    {
        ["policy"] = book.Version,
        ["rulings"] = simulated.Count,
        ["changed"] = simulated.Count(each => each.IsChanged),
        ["was"] = Counts(simulated.Select(each => each.Was)),
        ["now"] = Counts(simulated.Select(each => each.Now)),
        ["changes"] = new JsonArray([.. simulated.Where(each => each.IsChanged).Select(each => (JsonNode)new JsonObject
        {
            ["ruling"] = each.Id,
            ["at"] = JsonValue.Create(each.Action.At),
            ["play"] = each.Action.Play,
            ["experiment"] = each.Action.Experiment,
            ["action"] = JsonValues.Name(each.Action.Kind),
            ["was"] = Ruling(each.Was),
            ["was_policy"] = each.WasPolicy,
            ["now"] = Ruling(each.Now),
        })]),
    };

    private static JsonObject Value(PolicyKey key, PolicyValue value) => new()
    {
        ["key"] = key.Name,
        ["type"] = JsonValues.Name(key.Type),
        ["value"] = value.Value,
        ["unit"] = key.Unit.Length == 0 ? null : key.Unit,
        ["means"] = key.Means,
        ["allowed"] = KeyText.Wanted(key),
        ["scope"] = value.Scope,
        ["place"] = value.Place,
        ["overruled"] = new JsonArray([.. value.Overruled.Select(why => (JsonNode)why)]),
    };

    private static JsonObject Ruling(Ruling ruling) => new()
    {
        ["kind"] = JsonValues.Name(ruling.Kind),
        ["code"] = ruling.Code,
        ["seat"] = ruling.Seat is { } seat ? JsonValues.Name(seat) : null,
        ["reasons"] = new JsonArray([.. ruling.Reasons.Select(reason => (JsonNode)reason)]),
    };

    private static JsonObject Counts(IEnumerable<Ruling> rulings)
    {
        var counts = rulings.CountBy(ruling => ruling.Kind).ToDictionary();
        return new(Enum.GetValues<RulingKind>().Select(kind => KeyValuePair.Create(JsonValues.Name(kind), (JsonNode?)counts.GetValueOrDefault(kind))));
    }
}
