using Portal.Graph.Host.Verbs;

return await PortalCommand.RunAsync(args);
