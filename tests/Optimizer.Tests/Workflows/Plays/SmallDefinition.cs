namespace Optimizer.Tests.Workflows.Plays;

/// <summary>The shortest definition of a play p that can run, with variables of one's own.</summary>
internal static class SmallDefinition
{
    /// <param name="variables">JSON objects, separated by commas.</param>
    /// <param name="zone">IANA name.</param>
    /// <param name="slug">Its name.</param>
    public static string Of(string variables, string zone = "UTC", string slug = "p") => $$$$"""
        {"apiVersion": 1, "name": "P", "slug": "{{{{slug}}}}", "channels": ["web"],
        "kpis": [{"key": "signups", "role": "primary", "kind": "rate", "direction": "up", "unit": "fraction", "target": null,
        "measure": {"type": "ratio", "numerator": {"event": "signed_up"}, "denominator": {"event": "visited"}}}],
        "monitor": {"cadence": ["daily"], "timezone": "{{{{zone}}}}"}, "experiment": {}, "variables": [{{{{variables}}}}],
        "limits": {"maxActive": [{"max": 1, "scope": "play"}], "maxPer": [{"max": 2, "period": "month", "scope": "play"}], "cooldown": {"n": 14, "unit": "day"}}, "convergence": {"maxLiftPercent": 2, "consecutive": 3}, "report": {"cadence": ["weekly"]}}
        """;
}
