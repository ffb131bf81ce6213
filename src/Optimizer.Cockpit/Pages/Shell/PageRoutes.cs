using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Routes of pages and of the forms on them, each with the role it asks for. A form that is not from a page of the session never reaches its handler.</summary>
internal static class PageRoutes
{
    /// <summary>A page that shows a model.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">Its address.</param>
    /// <param name="role">The least role that may see it.</param>
    /// <param name="read">Gives the model; null when there is nothing at the address.</param>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    public static void MapPage<TPage, TModel>(this IEndpointRouteBuilder routes, string path, Role role, Func<HttpContext, Visitor, Task<TModel?>> read)
        where TPage : PageOf<TModel>
        where TModel : class =>
        routes.MapGet(path, Plain(async context =>
        {
            var visitor = await context.RequestServices.GetRequiredService<Visits>().OfAsync(context);
            return await read(context, visitor) is { } model ? PageAnswer.Of<TPage, TModel>(visitor, model) : Problem.NotFound("page", context.Request.Path);
        })).Demand(role).ExcludeFromDescription();

    /// <summary>What is done with a form.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">Its address.</param>
    /// <param name="role">The least role that may send it.</param>
    /// <param name="act">Does it; gives the page that follows, or the problem.</param>
    public static IEndpointConventionBuilder MapForm(this IEndpointRouteBuilder routes, string path, Role role, Func<HttpContext, PageForm, Task<IResult>> act) =>
        routes.MapPost(path, Plain(async context =>
        {
            var form = await PageForm.ReadAsync(context, context.RequestServices.GetRequiredService<ServedLoop>());
            return form.Value is { } fields ? await act(context, fields) : form.Refusal!;
        })).Demand(role).ExcludeFromDescription().WithMetadata(new NeverKept());

    // Nothing is bound to parameters here: for that the framework would compile code for every route, when the first request comes.
    private static RequestDelegate Plain(Func<HttpContext, Task<IResult>> answer) => async context => await (await answer(context)).ExecuteAsync(context);
}
