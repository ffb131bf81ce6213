namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>Something that wants to be looked at.</summary>
/// <param name="IsHigh">Whether somebody must do something; else the loop has dealt with it and only tells.</param>
/// <param name="Title">What it is, in one line; may hold text of others.</param>
/// <param name="Did">What the loop did about it already.</param>
/// <param name="Href">Where to look or act.</param>
/// <param name="Does">What the reader does there, such as Answer.</param>
/// <param name="Until">Until when; null for no end.</param>
public sealed record Attention(bool IsHigh, string Title, string Did, string Href, string Does, DateTimeOffset? Until = null);
