using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Sessions;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Says who looks at a page.</summary>
internal sealed class Visits(ServedLoop loop, Board board)
{
    public async Task<Visitor> OfAsync(HttpContext context)
    {
        var reading = await board.ReadAsync(context.RequestAborted);
        return new()
        {
            FormToken = context.Items[typeof(SessionClaims)] is SessionClaims claims ? claims.FormToken(loop.LinkKey) : "",
            Freeze = await loop.FreezeSeen.ReadAsync(context.RequestAborted),
            Head = reading.Head,
            Now = loop.Clock.GetUtcNow(),
            Principal = context.Caller(),
            Said = SaidOnce.Take(context),
            Waiting = reading.Questions.Count,
        };
    }
}
