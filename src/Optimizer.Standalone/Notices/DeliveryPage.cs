using System.Globalization;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Notices;
using Spectre.Console;

namespace Optimizer.Standalone.Notices;

/// <summary>The delivery log as a person reads it in a terminal.</summary>
internal static class DeliveryPage
{
    public static void Write(IAnsiConsole console, IReadOnlyList<Parcel> parcels, DateTimeOffset now)
    {
        if (parcels.Count == 0)
        {
            console.MarkupLine("No such notifications.");
            return;
        }

        var table = new FittedTable(
            [("id", Justify.Right), ("sink", Justify.Left), ("state", Justify.Left), ("when", Justify.Left), ("attempts", Justify.Right), ("last answer", Justify.Left), ("what", Justify.Left)], 30);
        foreach (var parcel in parcels)
        {
            table.Add([
                parcel.Number.ToString(CultureInfo.InvariantCulture),
                Plain.Markup(parcel.Sink),
                $"[{Colour(parcel)}]{State(parcel)}[/]",
                Times.Roughly(parcel.State == ParcelState.Waiting ? Later(parcel) : parcel.Attempts.Count > 0 ? parcel.Attempts[^1].At : parcel.Due, now),
                parcel.Attempts.Count.ToString(CultureInfo.InvariantCulture),
                Plain.Markup(parcel.Attempts.Count > 0 ? Plain.Cut(parcel.Attempts[^1].Status, 40) : Plain.Cut(parcel.Why, 60)),
                Plain.Markup(What(parcel)),
            ]);
        }

        table.Write(console);
    }

    public static string State(Parcel parcel) => parcel.State switch
    {
        ParcelState.Waiting => parcel.Attempts.Count > 0 ? "failed, is tried again" : "waiting",
        ParcelState.Delivered => "delivered",
        ParcelState.GivenUp => "given up",
        ParcelState.Dropped => "dropped",
        ParcelState.Replaced => "replaced",
        _ => throw new ArgumentOutOfRangeException(nameof(parcel), parcel.State, "unknown state of a parcel"),
    };

    private static DateTimeOffset Later(Parcel parcel) => parcel.NextTry > parcel.Due ? parcel.NextTry : parcel.Due;

    private static string What(Parcel parcel) => parcel.Notices switch
    {
        [] => "",
        [var only] => only.Notice.Play == "-" ? only.Notice.Subject : $"{only.Notice.Play}: {only.Notice.Subject}",
        [var first, ..] => $"{parcel.Notices.Count} notices: {first.Notice.Subject}, ...",
    };

    private static string Colour(Parcel parcel) => parcel.State switch
    {
        ParcelState.Delivered => "green",
        ParcelState.GivenUp => "red",
        ParcelState.Waiting => "yellow",
        _ => "dim",
    };
}
