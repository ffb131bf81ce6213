using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Says who looks at a page.</summary>
internal sealed partial class Visits(ServedLoop loop, Board board, ILogger<Visits> log)
{
    public async Task<Visitor> OfAsync(HttpContext context)
    {
        var (reading, caller, now) = (await board.ReadAsync(context.RequestAborted), context.Caller(), loop.Clock.GetUtcNow());
        return new()
        {
            FormToken = context.Items[typeof(SessionClaims)] is SessionClaims claims ? claims.FormToken(loop.LinkKey) : "",
            Freeze = await loop.FreezeSeen.ReadAsync(context.RequestAborted),
            Head = reading.Head,
            Now = now,
            Principal = caller,
            Said = SaidOnce.Take(context),
            Visit = await VisitAsync(caller.Name, now, context),
            Waiting = reading.Questions.Count,
        };
    }

    // On a full disk people must still be able to look; and a page that only tells of a change is no look of theirs.
    private async Task<Visit> VisitAsync(string name, DateTimeOffset now, HttpContext context)
    {
        try
        {
            return await loop.Visits.SeenAsync(name, now, context.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            LogNotNoted(log, fault);
            return Visit.Of(null, name, now);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "when somebody looked could not be noted")]
    private static partial void LogNotNoted(ILogger logger, Exception fault);
}
