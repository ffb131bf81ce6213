using System.Security.Cryptography;
using System.Text;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>Keeps a page and says in the trail that it was written.</summary>
internal static class BriefRecord
{
    /// <summary>Cause of all that belongs to a week's report.</summary>
    public static string CauseOf(string week) => $"report-{week}";

    public static async Task WriteAsync(
        World world, ActivityContext context, string play, string week, DateTimeOffset at, string path, string text)
    {
        await world.Artifacts.WriteAsync(path, text, context.CancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        await world.Audit.AppendAsync(
            [new($"{context.IdempotencyKey}/brief", new() { At = at, Play = play, Actor = "loop", Cause = CauseOf(week), Event = new BriefWritten(week, path, hash) })],
            context.CancellationToken);
    }
}
