using Microsoft.AspNetCore.Components;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>A page that shows a model to somebody.</summary>
/// <typeparam name="TModel">All that it shows; it fetches nothing itself.</typeparam>
public abstract class PageOf<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required Visitor Visitor { get; set; }

    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
