using System.Text.Json.Nodes;

namespace Optimizer.Crash.Worker.Serving;

/// <param name="Id">Of the event.</param>
/// <param name="Experiment">It belongs to.</param>
/// <param name="Unit">Who.</param>
/// <param name="Variant">Which they have.</param>
/// <param name="Value">Amount.</param>
/// <param name="At">When.</param>
public sealed record SentEvent(string Id, string Experiment, string Unit, string Variant, decimal Value, DateTimeOffset At)
{
    public JsonObject Json() => new()
    {
        ["id"] = Id,
        ["ts"] = At.ToString("O"),
        ["exp_id"] = Experiment,
        ["variant"] = Variant,
        ["event"] = "goal_done",
        ["value"] = Value,
        ["session_id"] = Unit,
        ["path"] = "/",
    };
}
